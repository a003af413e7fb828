use item_bank::Math;
use leptos::prelude::*;
use leptos::tachys::mathml::{math, mfrac, mi, mn, mo, mrow, mspace, msup, mtext};

use super::list;

/// A mathematical expression as MathML, always left to right: pupils here learn US notation
/// whatever the language around it.
///
/// `spoken_elsewhere` hides it from assistive technology where the label beside it says the same.
#[component]
pub fn MathView(
    value: Math,
    #[prop(optional)] block: bool,
    #[prop(optional)] spoken_elsewhere: bool,
) -> impl IntoView {
    math()
        .class(if block { "math math-block" } else { "math" })
        .attr("dir", "ltr")
        .attr("display", if block { "block" } else { "inline" })
        .attr("aria-hidden", spoken_elsewhere.then_some("true"))
        .child(node(&value))
}

fn node(value: &Math) -> AnyView {
    match value {
        Math::Row(parts) => mrow().child(list(parts.iter().map(node))).into_any(),
        Math::Num(number) => mn().child(number.clone()).into_any(),
        Math::Ident(name) => mi().child(name.clone()).into_any(),
        // MathML spaces a colon as punctuation; in a ratio it stands in the middle.
        Math::Op(op) if op == ":" => mo()
            .attr("lspace", "0.16em")
            .attr("rspace", "0.16em")
            .child(":")
            .into_any(),
        Math::Op(op) => mo().child(op.clone()).into_any(),
        Math::Words(words) => mtext().child(words.clone()).into_any(),
        Math::Frac(parts) => mfrac().child((node(&parts.0), node(&parts.1))).into_any(),
        Math::Mixed(parts) => {
            let gap = mspace().attr("width", "0.12em");
            let fraction = mfrac().child((node(&parts.1), node(&parts.2)));
            mrow().child((node(&parts.0), gap, fraction)).into_any()
        }
        Math::Sup(parts) => msup().child((node(&parts.0), node(&parts.1))).into_any(),
        Math::Blank => mtext().class("math-blank").child("?").into_any(),
    }
}
