use api::{ClassId, PracticeSettings};
use engine::MasteryLevel;
use leptos::prelude::*;

use super::level::level_key;
use crate::components::MasteryGlyph;
use crate::pages::staff::store::StaffStore;
use crate::pages::staff::words::Percent;

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
    // What it takes is the class's own: see `Legend`.
    (MasteryLevel::Mastered, "Mastered", ""),
    (
        MasteryLevel::NotEnoughEvidence,
        "Too few yet",
        "fewer than 3 telling answers, no estimate",
    ),
];

/// What the signs of the table mean.
#[component]
pub fn Legend(class: ClassId) -> impl IntoView {
    let store = StaffStore::expect();
    // While the settings are read again, it says what they were.
    let threshold = Memo::new(move |last: Option<&f64>| {
        let held = store.practice.with(|slot| slot.get(&class).copied());
        let held = held.map(|held| held.mastery_threshold).or(last.copied());
        held.unwrap_or_else(|| PracticeSettings::default().mastery_threshold)
    });
    let mastered = move || {
        format!(
            "{} or more, on answers without hints",
            Percent(threshold.get())
        )
    };
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
                            <dd>
                                {if level == MasteryLevel::Mastered {
                                    mastered.into_any()
                                } else {
                                    meaning.into_any()
                                }}
                            </dd>
                        </div>
                    })
                    .collect_view()}
            </dl>
        </section>
    }
}
