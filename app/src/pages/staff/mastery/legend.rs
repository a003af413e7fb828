use engine::MasteryLevel;
use leptos::prelude::*;

use super::level::level_key;
use crate::components::MasteryGlyph;

const MEANINGS: [(MasteryLevel, &str, &str); 7] = [
    (
        MasteryLevel::Stuck,
        "Stuck",
        "ten questions without three right in a row: needs you",
    ),
    (MasteryLevel::Starting, "Starting", "under 40%"),
    (MasteryLevel::Growing, "Growing", "40% to 74%"),
    (
        MasteryLevel::NearlyThere,
        "Nearly there",
        "75% or more, not mastered yet",
    ),
    (
        MasteryLevel::MasteredWithBridge,
        "With bridge",
        "mastered while the bridge was open",
    ),
    (
        MasteryLevel::Mastered,
        "Mastered",
        "95% or more, on answers without hints",
    ),
    (
        MasteryLevel::NotEnoughEvidence,
        "Too few yet",
        "fewer than 3 telling answers, no estimate",
    ),
];

/// What the signs of the table mean.
#[component]
pub fn Legend() -> impl IntoView {
    view! {
        <section class="legend" aria-labelledby="legend-title">
            <h2 class="legend-title" id="legend-title">"What the cells say"</h2>
            <p>"The number is the chance that the student knows the skill."</p>
            <p class="legend-how">
                "Choose a cell to see the answers behind it. With the keyboard: arrow keys move, \
                 Enter opens."
            </p>
            <dl class="legend-list">
                {MEANINGS
                    .into_iter()
                    .map(|(level, word, meaning)| view! {
                        <div class="legend-item">
                            <dt class="legend-sign" data-level=level_key(level)>
                                <MasteryGlyph level=level />
                                {word}
                            </dt>
                            <dd>{meaning}</dd>
                        </div>
                    })
                    .collect_view()}
            </dl>
        </section>
    }
}
