use item_bank::{Inline, Rich};
use leptos::prelude::*;

use super::{MathView, list};

/// Content as the bank writes it: words, mathematics and marked academic terms.
#[component]
pub fn RichText(
    value: Rich,
    /// For labels that carry an `aria-label` of their own.
    #[prop(optional)]
    spoken_elsewhere: bool,
) -> impl IntoView {
    let alone = is_only_math(&value);
    list(
        value
            .into_iter()
            .map(|inline| run(inline, alone, spoken_elsewhere)),
    )
}

/// Whether a text is one expression and nothing else, which is then set as a block.
pub fn is_only_math(rich: &[Inline]) -> bool {
    matches!(rich, [Inline::Math(_)])
}

fn run(inline: Inline, alone: bool, spoken_elsewhere: bool) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
        Inline::Math(math) => {
            view! { <MathView value=math block=alone spoken_elsewhere=spoken_elsewhere /> }
                .into_any()
        }
        // Marked by weight and a line, not by colour alone; verbatim English in any language.
        Inline::Term(mark) => {
            view! { <bdi class="term" lang="en" dir="ltr">{mark.text}</bdi> }.into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use item_bank::Math;

    use super::*;

    #[test]
    fn only_a_lone_expression_is_set_as_a_block() {
        let three = || Inline::Math(Math::Num("3".into()));
        assert!(is_only_math(&[three()]));
        assert!(!is_only_math(&[Inline::Text("Solve ".into()), three()]));
        assert!(!is_only_math(&[]));
    }
}
