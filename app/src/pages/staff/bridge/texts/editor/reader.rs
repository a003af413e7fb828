//! A reader of the language decides on exactly the text that stands there.

use api::{Decision, MAX_REASON, ReadingCore};
use item_bank::LanguageTag;
use leptos::prelude::*;

use super::Editor;
use crate::components::{Button, ButtonKind, Icon, Shape, list, when};
use crate::dom;
use crate::pages::staff::bridge::texts::load::Deed;
use crate::pages::staff::bridge::tongue::{Said, Sentences, Tongue};

#[component]
pub fn Reader(editor: Editor, language: LanguageTag, core: ReadingCore) -> impl IntoView {
    let returning = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let busy = editor.busy(Some(Deed::Review(language.clone())));
    let tongue = Tongue::new(&core.language, core.right_to_left);
    let decided = core.decision.as_ref().map(|it| it.decision);
    let approvable = core.findings.is_empty() && decided != Some(Decision::Approve);
    let id = format!("core-{language}-reason");
    let (error, focused) = (format!("{id}-error"), id.clone());
    let heading = format!("core-{language}-title");
    let sha256 = core.sha256.clone();
    let decide = StoredValue::new(move |decision: Decision, reason: Option<String>| {
        dom::focus(&heading);
        let (language, sha256) = (language.clone(), sha256.clone());
        editor
            .store
            .review_core(editor.id, language, sha256, decision, reason);
    });
    let give_back = move || {
        let text = reason.get_untracked().trim().to_owned();
        if text.is_empty() {
            missing.set(true);
        } else {
            decide.with_value(|decide| decide(Decision::Return, Some(text)));
        }
    };
    let give_back = StoredValue::new(give_back);
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
                        aria-expanded=move || returning.get().to_string()
                        on:click=move |_| returning.update(|open| *open = !*open)
                    >
                        "Return …"
                    </button>
                })}
                {when(move || returning.get(), move || {
                    let (id, error, focused) = (id.clone(), error.clone(), focused.clone());
                    request_animation_frame(move || dom::focus(&focused));
                    view! {
                        <form
                            class="return-form"
                            novalidate
                            on:submit=move |event| {
                                event.prevent_default();
                                give_back.with_value(|give_back| give_back());
                            }
                        >
                            <label class="field-label" for=id.clone()>"What should change?"</label>
                            <textarea
                                class="input"
                                id=id
                                rows="2"
                                maxlength=MAX_REASON.to_string()
                                aria-describedby=error.clone()
                                prop:value=move || reason.get()
                                on:input:target=move |event| {
                                    reason.set(event.target().value());
                                    missing.set(false);
                                }
                            ></textarea>
                            <p class="field-error" id=error hidden=move || !missing.get()>
                                "Write a word or two: its author reads only this."
                            </p>
                            <p class="return-actions"><Button submit=true busy=busy>"Return it"</Button></p>
                        </form>
                    }
                })}
            </div>
        </div>
    }
}
