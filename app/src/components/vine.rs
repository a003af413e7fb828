use engine::MasteryLevel;
use leptos::prelude::*;

/// One skill's vine on a piece of trellis. Set side by side, the slats join to one trellis.
///
/// Decoration: [`super::MasteryLabel`] beside it says the same in words.
#[component]
pub fn Vine(level: MasteryLevel) -> AnyView {
    let art = growth(level);
    view! {
        <svg class="vine" viewBox="0 0 48 96" aria-hidden="true" focusable="false">
            <path class="trellis-slat" d=SLATS />
            <path class="plant-stem" d=art.stem />
            <path class="plant-leaf" d=art.leaf />
            <path class="plant-bloom" d=art.bloom />
        </svg>
    }
    .into_any()
}

const SLATS: &str = "M12 4v88M36 4v88M0 20h48M0 46h48M0 72h48";

struct Growth {
    stem: &'static str,
    leaf: &'static str,
    bloom: &'static str,
}

fn growth(level: MasteryLevel) -> Growth {
    match level {
        MasteryLevel::NotEnoughEvidence => Growth {
            stem: "M4 92h40",
            leaf: "M24 78c4.5 1.5 6 7 3.2 9.6-1.8 1.7-4.6 1.7-6.4 0C18 85 19.5 79.5 24 78z",
            bloom: "",
        },
        MasteryLevel::Starting => Growth {
            stem: "M4 92h40M24 92c0-8-3-10-3-18",
            leaf: "M22 80c-9 1-13-3-13-8 7-1 13 1 13 8zM21 76c-1-8 5-11 12-11 1 6-3 11-12 11z",
            bloom: "",
        },
        MasteryLevel::Growing => Growth {
            stem: "M4 92h40M24 92c0-8-7-11-6-20s13-9 13-20",
            leaf: "M19 80c-8 2-12-2-12-7 6-1 12 1 12 7zM19 68c-1-8 4-10 11-10 1 6-2 10-11 10zM29 60c7 3 12 0 13-5-6-2-12-1-13 5zM31 53c-7-2-9-8-6-13 6 2 9 7 6 13z",
            bloom: "",
        },
        MasteryLevel::NearlyThere => Growth {
            stem: "M4 92h40M24 92c0-8-7-11-6-20s13-9 13-20-12-9-12-19",
            leaf: "M19 80c-8 2-12-2-12-7 6-1 12 1 12 7zM19 68c-1-8 4-10 11-10 1 6-2 10-11 10zM29 61c7 3 12 0 13-5-6-2-12-1-13 5zM30 48c-8 1-10-4-9-10 6 0 10 4 9 10zM22 41c-7 3-12 0-13-5 6-2 12 0 13 5z",
            bloom: "M19 34c-6-1-7-7-5-11l3 3 2-7 2 7 3-3c2 4 1 10-5 11z",
        },
        MasteryLevel::Mastered | MasteryLevel::MasteredWithBridge => Growth {
            stem: "M4 92h40M24 92c0-8-7-11-6-20s13-9 13-20-12-9-12-19c0-6 5-6 5-12",
            leaf: "M19 80c-8 2-12-2-12-7 6-1 12 1 12 7zM19 68c-1-8 4-10 11-10 1 6-2 10-11 10zM29 61c7 3 12 0 13-5-6-2-12-1-13 5zM30 48c-8 1-10-4-9-10 6 0 10 4 9 10zM22 41c-7 3-12 0-13-5 6-2 12 0 13 5zM20 31c1-6 6-8 12-7 0 5-5 9-12 7z",
            bloom: "M24 1a5.5 5.5 0 0 1 5.3 6.7 5.5 5.5 0 0 1 4.6 8.6 5.5 5.5 0 0 1-6.8 6.6 5.5 5.5 0 0 1-6.2 0 5.5 5.5 0 0 1-6.8-6.6 5.5 5.5 0 0 1 4.6-8.6A5.5 5.5 0 0 1 24 1zM24 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z",
        },
        MasteryLevel::Stuck => Growth {
            stem: "M4 92h40M24 92c0-8-7-11-6-20s14-10 14-20c0-7-5-11-10-11s-9 4-9 8 3 7 7 7 6-3 6-5-2-4-4-4",
            leaf: "M19 80c-8 2-12-2-12-7 6-1 12 1 12 7zM29 62c7 3 12 0 13-5-6-2-12-1-13 5z",
            bloom: "",
        },
    }
}
