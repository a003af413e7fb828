//! What Leptos would let us write and then forget.

use crate::tree::{refuse, sources};

/// Spread on a component instead of a property of it.
const SPREAD: [&str; 7] = ["on:", "attr:", "prop:", "class:", "style:", "bind:", "use:"];

/// The opening tags of components: name, and what stands in the tag outside of brackets.
fn components(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
            continue;
        }
        let (mut tag, mut depth, mut before) = (String::new(), 0_u32, ' ');
        for c in rest.chars() {
            match c {
                '(' | '{' | '[' => depth += 1,
                ')' | '}' | ']' if depth == 0 => break,
                ')' | '}' | ']' => depth -= 1,
                // `->` and `=>` end no tag
                '>' if depth == 0 && !matches!(before, '-' | '=') => break,
                _ if depth == 0 => tag.push(c),
                _ => {}
            }
            before = c;
        }
        let line = text[..at].matches('\n').count() + 1;
        found.push((line, tag));
    }
    found
}

fn spread(tag: &str) -> Option<&str> {
    let mut words = tag.split_whitespace();
    words.find(|word| SPREAD.iter().any(|kind| word.starts_with(kind)))
}

#[test]
fn nothing_is_spread_on_a_component() {
    let mut offences = Vec::new();
    let mut seen = 0;
    for source in sources("app/src", "rs") {
        let tags = components(&source.text);
        seen += tags.len();
        let wrong = tags.iter().filter_map(|(line, tag)| {
            spread(tag).map(|word| format!("{}:{line}: {word}", source.path))
        });
        offences.extend(wrong);
    }
    assert!(seen > 100, "{seen} tags");
    refuse(
        "Leptos drops it when the view is drawn anew in place (see components/button.rs): make it a \
         property, or use an element:",
        &offences,
    );
}

#[test]
fn a_spread_is_found() {
    let view = "view! { <Button kind=Kind::Quiet\n on:click=move |_| { go() }>\"Go\"</Button> }";
    let [(line, tag)] = &components(view)[..] else {
        panic!("one tag");
    };
    assert_eq!((*line, spread(tag)), (1, Some("on:click=move")));
    let fine = "<Button press=move || { on:x } busy=busy>\"Go\" on:click</Button>";
    assert!(
        components(fine)
            .iter()
            .all(|(_, tag)| spread(tag).is_none())
    );
}
