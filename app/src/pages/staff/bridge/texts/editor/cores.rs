//! The idea of the text in home languages: written by hand or drafted by the district's model, and
//! then read by somebody who reads the language.

use api::{CoreFinding, CoreOrigin, Decision, LanguageReview, MAX_CORES, ReadingCore};
use item_bank::LanguageTag;
use leptos::prelude::*;

use super::reader::Reader;
use super::{Complaint, Editor, field};
use crate::clock;
use crate::components::{Button, Icon, Message, Shape, Tone, list, live, when};
use crate::dom;
use crate::pages::staff::bridge::texts::editing::At;
use crate::pages::staff::bridge::texts::load::{Deed, Drafted};
use crate::pages::staff::bridge::tongue::{OwnName, Said, Sentences, Tongue};
use crate::pages::staff::bridge::wording;
use crate::pages::staff::when as moment;

#[component]
pub fn Cores(editor: Editor) -> impl IntoView {
    let open = editor.watch(|editing| {
        let all = editing.work.cores.iter();
        all.map(|core| core.language.clone())
            .collect::<Vec<LanguageTag>>()
    });
    let model = Memo::new(move |_| {
        editor.store.readings.with(|slot| {
            let readings = slot.get(&())?;
            readings.drafting.as_ref().map(|model| model.name.clone())
        })
    });
    let edits = editor.may_edit();
    let none = if edits {
        "None yet. Without it students get the English side, the words, and the bank’s own ideas in their \
         language."
    } else {
        "None: students get the English side, the words, and the bank’s own ideas in their language."
    };
    view! {
        <section class="form-section" aria-labelledby="cores-title">
            <h2 class="form-title" id="cores-title" tabindex="-1">"What this text is about, in home languages"</h2>
            {when(move || open.with(Vec::is_empty), move || view! { <p class="soft">{none}</p> })}
            <For each=move || open.get() key=|language| language.clone() let:language>
                <Core editor=editor language=language model=model />
            </For>
            {edits.then(|| view! { <AddLanguage editor=editor open=open /> })}
        </section>
    }
}

/// What the server knows of the language, where it has the language.
fn known(editor: Editor, language: &LanguageTag) -> Memo<Option<LanguageReview>> {
    let language = language.clone();
    Memo::new(move |_| editor.store.language_now(&language))
}

#[component]
fn Core(editor: Editor, language: LanguageTag, model: Memo<Option<String>>) -> impl IntoView {
    let saved = {
        let language = language.clone();
        editor.watch(move |editing| {
            let mut cores = editing.detail.cores.iter();
            cores.find(|core| core.language == language).cloned()
        })
    };
    let unsaved = {
        let language = language.clone();
        editor.watch(move |editing| editing.is_core_unsaved(&language))
    };
    let review = known(editor, &language);
    let tongue = {
        let language = language.clone();
        Memo::new(move |_| {
            let rtl = review.with(|it| it.as_ref().is_some_and(|it| it.right_to_left));
            let rtl = rtl || saved.with(|it| it.as_ref().is_some_and(|it| it.right_to_left));
            Tongue::new(&language, rtl)
        })
    };
    let english = wording::language(&language);
    let name = {
        let tag = language.to_string();
        Memo::new(move |_| {
            let of_review = review.with(|it| it.as_ref().map(|it| it.name.clone()));
            let of_core = || saved.with(|it| it.as_ref().map(|it| it.name.clone()));
            of_review.or_else(of_core).unwrap_or_else(|| tag.clone())
        })
    };
    let id = format!("core-{language}-title");
    let (edits, for_reader) = (editor.may_edit(), language.clone());
    view! {
        <section class="core" aria-labelledby=id.clone()>
            <h3 class="core-title" id=id.clone()>
                {live(move || view! { <OwnName tongue=tongue.get() name=name.get() /> })}
                " "<span class="soft">{english}</span>
            </h3>
            {live(move || view! { <Standing core=saved.get() unsaved=unsaved.get() /> })}
            {if edits {
                view! { <Fields editor=editor language=language.clone() tongue=tongue model=model /> }.into_any()
            } else {
                live(move || saved.get().map(|core| view! { <AsWritten core=core tongue=tongue.get() /> }))
            }}
            {live(move || {
                let findings = saved.with(|core| core.as_ref().map(|core| core.findings.clone()));
                let findings = findings.unwrap_or_default();
                (!unsaved.get()).then(|| view! { <Findings findings=findings /> })
            })}
            <Drafting editor=editor language=language />
            {live(move || {
                let core = saved.get().filter(|core| core.may_review && !unsaved.get())?;
                let language = for_reader.clone();
                Some(view! { <Reader editor=editor language=language core=core /> })
            })}
        </section>
    }
}

/// How the text came to be, who read it, and whether students get it.
#[component]
fn Standing(core: Option<ReadingCore>, unsaved: bool) -> impl IntoView {
    let Some(core) = core else {
        return view! { <p class="core-standing"><span class="state-chip" data-state="draft">"Not saved yet"</span></p> }
            .into_any();
    };
    let origin = match &core.origin {
        CoreOrigin::Written => format!("Written by {}", core.by),
        CoreOrigin::Machine(model) => format!("Machine draft by {model}, asked for by {}", core.by),
        CoreOrigin::EditedMachine(model) => {
            format!("Machine draft by {model}, changed by {}", core.by)
        }
    };
    let by_machine = core.origin != CoreOrigin::Written;
    let (word, code) = match &core.decision {
        _ if unsaved => ("Changed, not saved yet", "draft"),
        Some(it) if it.decision == Decision::Approve => ("Approved", "approved"),
        Some(_) => ("Returned", "returned"),
        None if by_machine => ("Machine draft", "drafted"),
        None => ("Waits for a reader", "drafted"),
    };
    let now = clock::now_ms();
    let shown = if core.shown {
        "Students of its classes get it."
    } else {
        "Students do not get it until a reader of the language approves exactly this text."
    };
    view! {
        <p class="core-standing">
            <span class="state-chip" data-state=code>{word}</span>
            " "<span class="soft">{origin}", "
                <time datetime=moment::machine(core.at_ms)>{moment::local(core.at_ms, now)}</time>
            </span>
        </p>
        {core.decision.filter(|_| !unsaved).map(|decision| {
            let said = match decision.decision {
                Decision::Approve => "Approved by",
                Decision::Return => "Returned by",
            };
            let reason = decision.reason.map(|reason| format!(": “{reason}”"));
            view! { <p class="soft">{said}" "{decision.by}", "{moment::local(decision.at_ms, now)}{reason}</p> }
        })}
        {(!unsaved).then(|| view! { <p class="soft">{shown}</p> })}
    }
    .into_any()
}

#[component]
fn Fields(
    editor: Editor,
    language: LanguageTag,
    tongue: Memo<Tongue>,
    model: Memo<Option<String>>,
) -> impl IntoView {
    let at = At::Core(language.clone());
    let id = field(&at);
    let (core_of, works_of) = (language.clone(), language.clone());
    let core = editor.watch(move |editing| editing.core(&core_of).map(|it| it.core.clone()));
    let works = editor.watch(move |editing| editing.core(&works_of).map(|it| it.works.clone()));
    let (write_core, write_works) = (language.clone(), language.clone());
    let (works_id, help, works_help) = (
        format!("{id}-works"),
        format!("{id}-help"),
        format!("{id}-works-help"),
    );
    let asking = editor.busy(Some(Deed::Draft(language.clone())));
    let busy = editor.busy(None);
    let (ask, remove) = (language.clone(), language);
    let draft = live(move || {
        let name = model.get()?;
        let ask = ask.clone();
        Some(view! {
            <Button
                busy=asking
                disabled=busy
                press=move || editor.store.draft_core(editor.id, ask.clone())
            >
                {live(move || if asking.get() { "The model is writing …" } else { "Draft with the district’s model" })}
                <span class="soft core-model">{name}</span>
            </Button>
        })
    });
    view! {
        <div class="field agent-field">
            <label class="field-label" for=id.clone()>"The idea"</label>
            <p class="field-help" id=help.clone()>
                "One to three sentences, each on a line. Keep every term in English, in double brackets: "
                <code>"[[fraction]]"</code>", or "<code>"[[fractions|fraction]]"</code>
                " for another form. Mathematics stands between dollar signs: "<code>"$1/2$"</code>"."
            </p>
            <textarea
                class="input"
                id=id.clone()
                rows="4"
                lang=move || tongue.get().tag
                dir=move || tongue.get().dir()
                spellcheck="false"
                aria-describedby=format!("{id}-error {help}")
                prop:value=move || core.get().unwrap_or_default()
                on:input:target=move |event| {
                    let text = event.target().value();
                    editor.change(|editing| {
                        if let Some(core) = editing.core_mut(&write_core) {
                            core.core = text;
                        }
                    });
                }
            ></textarea>
            <Complaint editor=editor at=at />
        </div>
        <div class="field agent-field">
            <label class="field-label" for=works_id.clone()>"How its English works (optional)"</label>
            <p class="field-help" id=works_help.clone()>"A word on a hard sentence: what “it” stands for, what a long phrase is made of."</p>
            <textarea
                class="input"
                id=works_id
                rows="2"
                lang=move || tongue.get().tag
                dir=move || tongue.get().dir()
                spellcheck="false"
                aria-describedby=works_help
                prop:value=move || works.get().unwrap_or_default()
                on:input:target=move |event| {
                    let text = event.target().value();
                    editor.change(|editing| {
                        if let Some(core) = editing.core_mut(&write_works) {
                            core.works = text;
                        }
                    });
                }
            ></textarea>
        </div>
        <p class="core-actions">
            {draft}
            <button
                type="button"
                class="link-button"
                on:click=move |_| {
                    editor.change(|editing| editing.remove_core(&remove));
                    dom::focus("cores-title");
                }
            >
                "Take this language out"
            </button>
        </p>
    }
}

#[component]
fn AsWritten(core: ReadingCore, tongue: Tongue) -> impl IntoView {
    let Some(written) = core.view else {
        return view! {
            <Said tongue=tongue>{list(core.core.into_iter().map(|line| view! { <p>{line}</p> }))}</Said>
        }
        .into_any();
    };
    let sentences = written.core.into_iter().chain(written.works).collect();
    view! { <Said tongue=tongue><Sentences sentences=sentences /></Said> }.into_any()
}

/// What the checks found, each with its code: for the teacher, and for the one who is asked about it.
#[component]
pub fn Findings(findings: Vec<CoreFinding>) -> impl IntoView {
    if findings.is_empty() {
        return ().into_any();
    }
    let one = |finding: CoreFinding| {
        view! { <li>{finding.message}" "<code class="finding-code">{finding.reason}</code></li> }
    };
    view! {
        <Message tone=Tone::Warn title="To mend before it can go to students">
            <ul class="to-mend">{list(findings.into_iter().map(one))}</ul>
        </Message>
    }
    .into_any()
}

/// What came of asking the model; on the page from the start, so that it is announced.
#[component]
fn Drafting(editor: Editor, language: LanguageTag) -> impl IntoView {
    let drafted = Memo::new(move |_| {
        editor.store.doing.with(|doing| {
            let drafted = doing.drafted.as_ref();
            drafted.filter(|it| it.language == language).cloned()
        })
    });
    view! {
        <div class="status-region" role="status">
            {live(move || drafted.get().map(|drafted| view! { <Came drafted=drafted /> }))}
        </div>
    }
}

#[component]
fn Came(drafted: Drafted) -> impl IntoView {
    let (tone, title) = if drafted.kept {
        (Tone::Info, "A machine draft is in the field above")
    } else {
        (Tone::Warn, "There is no draft")
    };
    let one = |finding: CoreFinding| {
        view! { <li>{finding.message}" "<code class="finding-code">{finding.reason}</code></li> }
    };
    view! {
        <Message tone=tone title=title>
            <p>{drafted.message}</p>
            <ul class="to-mend">{list(drafted.findings.into_iter().map(one))}</ul>
            <p class="soft">{drafted.about}</p>
        </Message>
    }
}

#[component]
fn AddLanguage(editor: Editor, open: Memo<Vec<LanguageTag>>) -> impl IntoView {
    let left = Memo::new(move |_| {
        let open = open.get();
        editor.store.languages.with(|slot| {
            let all = slot.get(&()).map(|all| all.iter());
            let left = all
                .into_iter()
                .flatten()
                .filter(|it| !open.contains(&it.tag));
            left.map(|it| (it.tag.clone(), it.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let open_one = move |tag: LanguageTag| {
        let focused = field(&At::Core(tag.clone()));
        editor.change(|editing| editing.add_core(tag));
        request_animation_frame(move || dom::focus(&focused));
    };
    view! {
        {when(
            move || left.with(|left| !left.is_empty()) && open.with(Vec::len) < MAX_CORES,
            move || view! {
                <div class="core-add" role="group" aria-label="Add a language">
                    <span class="field-label">"Add"</span>
                    {live(move || list(left.get().into_iter().map(|(tag, name)| {
                        let english = wording::language(&tag);
                        let lang = tag.to_string();
                        view! {
                            <button type="button" class="link-button" on:click=move |_| open_one(tag.clone())>
                                <Icon shape=Shape::ArrowNext />
                                <bdi lang=lang>{name}</bdi>" "<span class="soft">{english}</span>
                            </button>
                        }
                    })))}
                </div>
            },
        )}
        {when(
            move || editor.store.readings.with(|slot| slot.get(&()).is_some_and(|it| it.drafting.is_none())),
            || view! {
                <p class="soft">"No language model is set up in this district: texts are written by hand."</p>
            },
        )}
    }
}
