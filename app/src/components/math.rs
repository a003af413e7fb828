use item_bank::Math;
use leptos::prelude::*;
use leptos::tachys::mathml::{
    math, mfrac, mi, mn, mo, mover, mroot, mrow, mspace, msqrt, msub, msubsup, msup, mtable, mtd,
    mtext, mtr, munderover,
};

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

/// A minus that begins a number stands close to it; MathML would space it as a difference.
fn row(parts: &[Math]) -> AnyView {
    let mut before = None;
    let parts = parts.iter().map(|part| {
        let opens = match before.replace(part) {
            None => true,
            Some(Math::Op(op)) => !matches!(op.as_str(), ")" | "%" | "$"),
            Some(_) => false,
        };
        match part {
            Math::Op(op) if opens && op == "\u{2212}" => mo()
                .attr("form", "prefix")
                .attr("lspace", "0")
                .attr("rspace", "0")
                .child("\u{2212}")
                .into_any(),
            part => node(part),
        }
    });
    mrow().child(list(parts)).into_any()
}

fn node(value: &Math) -> AnyView {
    match value {
        Math::Row(parts) => row(parts),
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
        Math::Sub(parts) => msub().child((node(&parts.0), node(&parts.1))).into_any(),
        Math::SubSup(parts) => {
            let (base, below, above) = (node(&parts.0), node(&parts.1), node(&parts.2));
            // The limits of a sum stand below and above it.
            if matches!(&parts.0, Math::Op(op) if op == "\u{2211}") {
                munderover().child((base, below, above)).into_any()
            } else {
                msubsup().child((base, below, above)).into_any()
            }
        }
        Math::Sqrt(under) => msqrt().child(node(under)).into_any(),
        Math::Root(parts) => mroot().child((node(&parts.0), node(&parts.1))).into_any(),
        Math::Over(parts) => mover()
            .attr("accent", "true")
            .child((node(&parts.0), mo().child(parts.1.clone())))
            .into_any(),
        Math::Table(rows) => {
            let cell = |cell: &Math| mtd().child(node(cell));
            let row = |cells: &Vec<Math>| mtr().child(list(cells.iter().map(cell)));
            mtable().child(list(rows.iter().map(row))).into_any()
        }
        Math::Blank => mtext().class("math-blank").child("?").into_any(),
    }
}
