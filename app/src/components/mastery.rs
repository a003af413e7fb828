use std::borrow::Cow;

use engine::MasteryLevel;
use leptos::prelude::*;

use crate::i18n;

/// The symbol of a level: seed, sprout, leaves, bud, flower. Shapes differ, so that it reads
/// without colour.
#[component]
pub fn MasteryGlyph(level: MasteryLevel) -> impl IntoView {
    let art = glyph(level);
    view! {
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path class="plant-stem" d=art.stem />
            <path class="plant-leaf" d=art.leaf />
            <path class="plant-bloom" d=art.bloom />
        </svg>
    }
}

/// Symbol, number and word. Without enough evidence there is no number, which is not 0 %.
#[component]
pub fn MasteryLabel(
    level: MasteryLevel,
    percent: Option<u8>,
    /// What the level is called here: students and teachers need not use the same word.
    #[prop(default = i18n::mastery_word)]
    word: fn(MasteryLevel) -> Cow<'static, str>,
) -> impl IntoView {
    view! {
        <span class="mastery">
            <MasteryGlyph level=level />
            {percent
                .map(|n| view! { <span class="mastery-number">{format!("{n}%")}</span> }.into_any())}
            <span class="mastery-word">{word(level)}</span>
        </span>
    }
}

struct Glyph {
    stem: &'static str,
    leaf: &'static str,
    bloom: &'static str,
}

fn glyph(level: MasteryLevel) -> Glyph {
    const SOIL: &str = "M3 21h18";
    match level {
        MasteryLevel::NotEnoughEvidence => Glyph {
            stem: SOIL,
            leaf: "M12 9c4.4 1.4 5.8 6.8 3 9.2-1.7 1.6-4.3 1.6-6 0-2.8-2.4-1.4-7.8 3-9.2z",
            bloom: "",
        },
        MasteryLevel::Starting => Glyph {
            stem: "M3 21h18M12 21v-7",
            leaf: "M12 15c-5 .5-7-2-7-5 4-.5 7 1 7 5zM12 14c0-4 2.5-5.5 6-5 .3 3-2 5-6 5z",
            bloom: "",
        },
        MasteryLevel::Growing => Glyph {
            stem: "M3 21h18M12 21V6",
            leaf: "M12 19c-5 .5-6.5-1.5-6.5-4.5 4-.5 6.5 1 6.5 4.5zM12 16c0-3.5 2.5-5 6.5-4.5.3 3-1.5 5-6.5 4.5zM12 12c-4.5.5-6-1.5-6-4.5 3.5-.3 6 1 6 4.5zM12 8.5c0-3.5 2-5 5.5-5.5.5 3.5-1 5.5-5.5 5.5z",
            bloom: "",
        },
        MasteryLevel::NearlyThere => Glyph {
            stem: "M3 21h18M12 21V10",
            leaf: "M12 20c-5 .5-6.5-1.5-6.5-4.5 4-.5 6.5 1 6.5 4.5zM12 17.5c0-3.5 2.5-5 6.5-4.5.3 3-1.5 5-6.5 4.5z",
            bloom: "M12 11.5c-4-.5-4.5-4-3.5-6l2 1.5L12 2.5 13.5 7l2-1.5c1 2 .5 5.5-3.5 6z",
        },
        MasteryLevel::Mastered => Glyph {
            stem: "M3 21h18M12 21v-8",
            leaf: "M12 20c-4.5.5-6-1.3-6-4 3.7-.5 6 1 6 4zM12 19c0-3 2.3-4.5 6-4 .3 2.7-1.5 4.5-6 4z",
            bloom: FLOWER,
        },
        MasteryLevel::MasteredWithBridge => Glyph {
            stem: "M2 21c0-4 4.5-6.5 10-6.5S22 17 22 21M7 21v-4.5M17 21v-4.5M12 14.5V12",
            leaf: "",
            bloom: FLOWER,
        },
        MasteryLevel::Stuck => Glyph {
            stem: "M3 21h18M12 21c0-4-5-4.5-5-9 0-4 3-6.5 6-6.5s5 2 5 4.5-2 4-4 4-3-1.3-3-2.7 1-2.3 2.3-2.3",
            leaf: "M10 18c-3.5.5-5-.8-5.5-3 3-.5 5 .5 5.5 3z",
            bloom: "",
        },
    }
}

/// Five petals around a hole at (12, 7.5); the hole is the heart.
const FLOWER: &str = "M12 1.5a2.7 2.7 0 0 1 2.6 3.3 2.7 2.7 0 0 1 2.3 4.3 2.7 2.7 0 0 1-3.4 3.3 2.7 2.7 0 0 1-3 0 2.7 2.7 0 0 1-3.4-3.3A2.7 2.7 0 0 1 9.4 4.8 2.7 2.7 0 0 1 12 1.5zM12 6a1.6 1.6 0 1 0 0 3.2A1.6 1.6 0 0 0 12 6z";
