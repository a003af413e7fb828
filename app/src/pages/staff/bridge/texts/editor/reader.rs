//! A reader of the language decides on exactly the text that stands there.

use api::{Decision, ReadingCore};
use item_bank::LanguageTag;
use leptos::prelude::*;

use super::Editor;
use crate::components::{Button, ButtonKind, Icon, Shape, list, when};
use crate::dom;
use crate::pages::staff::bridge::returning::ReturnForm;
use crate::pages::staff::bridge::texts::load::Deed;
use crate::pages::staff::bridge::tongue::{Said, Sentences, Tongue};

#[component]
pub fn Reader(editor: Editor, language: LanguageTag, core: ReadingCore) -> impl IntoView {
    let returning = RwSignal::new(false);
    let busy = editor.busy(Some(Deed::Review(language.clone())));
    let tongue = Tongue::new(&core.language, core.right_to_left);
    let decided = core.decision.as_ref().map(|it| it.decision);
    let approvable = core.findings.is_empty() && decided != Some(Decision::Approve);
    let id = format!("core-{language}-reason");
    let opener = format!("{id}-open");
    let opens = opener.clone();
    let heading = format!("core-{language}-title");
    let sha256 = core.sha256.clone();
    let decide = StoredValue::new(move |decision: Decision, reason: Option<String>| {
        dom::focus(&heading);
        let (language, sha256) = (language.clone(), sha256.clone());
        editor
            .store
            .review_core(editor.id, language, sha256, decision, reason);
    });
    let key: Vec<String> = editor.with_untracked(|editing| {
        let places = editing.key_places();
        let all = (0_u16..).zip(&editing.detail.analysis.sentences);
        all.filter(|(place, _)| places.contains(place))
            .map(|(_, sentence)| sentence.text.clone())
            .collect()
    });
    let written = core.view;
    view! {
        <div class="core-review" role="group" aria-label="Your decision as a reader">
            <p class="field-label">"You read this language. Compare, then decide."</p>
            <div class="pair-part">
                <h4 class="pair-label">"Key sentences, and the idea"</h4>
                <Said tongue=Tongue::english()>
                    {list(key.into_iter().map(|text| view! { <p>{text}</p> }))}
                </Said>
                <Said tongue=tongue>
                    {written.map(|written| {
                        let sentences = written.core.into_iter().chain(written.works).collect();
                        view! { <Sentences sentences=sentences /> }
                    })}
                </Said>
            </div>
            <div class="pair-decide">
                {approvable.then(|| view! {
                    <Button
                        busy=busy
                        press=move || decide.with_value(|decide| decide(Decision::Approve, None))
                    >
                        <Icon shape=Shape::Check />
                        "Approve this text"
                    </Button>
                })}
                {(decided != Some(Decision::Return)).then(|| view! {
                    <button
                        type="button"
                        class=ButtonKind::Quiet.class()
                        id=opener.clone()
                        aria-expanded=move || returning.get().to_string()
                        on:click=move |_| returning.update(|open| *open = !*open)
                    >
                        "Return …"
                    </button>
                })}
                {when(move || returning.get(), move || {
                    let opens = opens.clone();
                    view! {
                        <ReturnForm
                            id=id.clone()
                            read_by="its author"
                            busy=busy
                            give_back=move |reason| decide.with_value(|decide| decide(Decision::Return, Some(reason)))
                            cancel=move || {
                                dom::focus(&opens);
                                returning.set(false);
                            }
                        />
                    }
                })}
            </div>
        </div>
    }
}
