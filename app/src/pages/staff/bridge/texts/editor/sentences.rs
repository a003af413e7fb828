//! The text with its sentences and terms: a press makes a sentence a key one, or drops a term's card.

use api::{AnalysedSentence, SentenceMark};
use item_bank::TermId;
use leptos::prelude::*;

use super::{Complaint, Editor};
use crate::components::{Message, Tone, list, live, when};
use crate::pages::staff::bridge::texts::editing::{At, Editing, count_words};
use crate::pages::staff::words::counted;

#[component]
pub fn TheText(editor: Editor) -> impl IntoView {
    let sentences = editor.watch(|editing| editing.detail.analysis.sentences.clone());
    let other = editor.watch(Editing::is_other_text);
    view! {
        <section class="form-section agent-text" aria-labelledby="agent-text-title">
            <h2 class="form-title" id="agent-text-title">"The text"</h2>
            <Legend editor=editor />
            {when(move || other.get(), || view! {
                <Message tone=Tone::Info title="The text below is the one you saved last">
                    <p>"Save to find terms and ideas in what you typed. Key sentences are then chosen anew."</p>
                </Message>
            })}
            <div class="agent-reading" lang="en" dir="ltr">
                {live(move || list(paragraphs(sentences.get()).into_iter().map(|paragraph| {
                    view! { <Paragraph editor=editor sentences=paragraph /> }
                })))}
            </div>
            <Reasons editor=editor />
            {editor.may_edit().then(|| view! { <ChangeText editor=editor /> })}
        </section>
    }
}

/// Sentences with their places, by paragraph.
fn paragraphs(sentences: Vec<AnalysedSentence>) -> Vec<Vec<(u16, AnalysedSentence)>> {
    let mut all: Vec<Vec<(u16, AnalysedSentence)>> = Vec::new();
    for (place, sentence) in (0_u16..).zip(sentences) {
        match all.last_mut() {
            Some(last) if last[0].1.paragraph == sentence.paragraph => last.push((place, sentence)),
            _ => all.push(vec![(place, sentence)]),
        }
    }
    all
}

#[component]
fn Legend(editor: Editor) -> impl IntoView {
    let how = if editor.may_edit() {
        "Press a sentence’s number to mark it as a key sentence, or to take the mark away. Press a word to \
         drop its card."
    } else {
        "Key sentences carry a bar. Underlined words have cards."
    };
    view! {
        <p class="field-help">{how}</p>
        <p class="agent-legend" aria-hidden="true">
            <span><span class="mark" data-tier="2">"word"</span>" general academic (Tier 2)"</span>
            <span><span class="mark" data-tier="3">"word"</span>" of the subject (Tier 3)"</span>
            <span><span class="mark" data-dropped="">"word"</span>" dropped"</span>
        </p>
    }
}

#[component]
fn Paragraph(editor: Editor, sentences: Vec<(u16, AnalysedSentence)>) -> impl IntoView {
    let parts = sentences.into_iter().map(
        |(place, sentence)| view! { <Sentence editor=editor place=place sentence=sentence />" " },
    );
    view! { <p>{list(parts)}</p> }
}

#[component]
fn Sentence(editor: Editor, place: u16, sentence: AnalysedSentence) -> impl IntoView {
    let key = editor.watch(move |editing| editing.is_key(place));
    let pieces = pieces(&sentence.text, &sentence.marks);
    let parts = list(pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Term(term, text) => view! { <Term editor=editor term=term text=text /> }.into_any(),
    }));
    let number = place + 1;
    let toggle = move || editor.change(|editing| editing.toggle_key(place));
    let word = move || {
        if key.get() {
            format!("{number} key")
        } else {
            number.to_string()
        }
    };
    let mark = if editor.may_edit() {
        view! {
            <button
                type="button"
                class="key-toggle"
                aria-pressed=move || key.get().to_string()
                aria-label=format!("Sentence {number} is a key sentence")
                on:click=move |_| toggle()
            >
                {word}
            </button>
        }
        .into_any()
    } else {
        live(move || {
            key.get()
                .then(|| view! { <span class="key-toggle" data-still="">"key"</span> })
        })
    };
    view! {
        <span class="agent-sentence" data-key=move || key.get().then_some("")>{mark}" "{parts}</span>
    }
}

/// A run of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Term(TermId, String),
}

/// Offsets that do not fit the text are left out, and their words stay text.
fn pieces(text: &str, marks: &[SentenceMark]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for mark in marks {
        let (start, end) = (mark.start as usize, mark.end as usize);
        let (Some(before), Some(term)) = (text.get(done..start), text.get(start..end)) else {
            continue;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Term(mark.term.clone(), term.to_owned()));
        done = end;
    }
    if let Some(rest) = text.get(done..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

#[component]
fn Term(editor: Editor, term: TermId, text: String) -> impl IntoView {
    let about = editor.with_untracked(|editing| {
        let mut found = editing.detail.analysis.terms.iter();
        found
            .find(|it| it.term == term)
            .map(|it| (it.tier, it.gloss.clone()))
    });
    let (tier, gloss) = about.unwrap_or((3, String::new()));
    let watched = term.clone();
    let dropped = editor.watch(move |editing| editing.work.removed.contains(&watched));
    let off = move || dropped.get().then_some("");
    if !editor.may_edit() {
        return view! {
            <span class="mark" data-tier=tier.to_string() data-dropped=off title=gloss>{text}</span>
        }
        .into_any();
    }
    view! {
        <button
            type="button"
            class="mark"
            data-tier=tier.to_string()
            data-dropped=off
            aria-pressed=move || (!dropped.get()).to_string()
            title=gloss
            on:click=move |_| editor.change(|editing| editing.toggle_term(&term))
        >
            {text}
        </button>
    }
    .into_any()
}

/// Why the analysis marks what it marks.
#[component]
fn Reasons(editor: Editor) -> impl IntoView {
    let found = editor.watch(|editing| {
        let sentences = (1..).zip(&editing.detail.analysis.sentences);
        sentences
            .filter(|(_, sentence)| sentence.key)
            .map(|(number, sentence): (usize, _)| (number, sentence.reasons.join(", ")))
            .collect::<Vec<(usize, String)>>()
    });
    let row = |(number, why): (usize, String)| {
        view! { <li>{format!("Sentence {number}: ")}{why}</li> }
    };
    live(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <details class="agent-why">
                    <summary>"Why Trellis chose these sentences"</summary>
                    <ul class="to-mend">{list(found.into_iter().map(row))}</ul>
                </details>
            }
        })
    })
}

#[component]
fn ChangeText(editor: Editor) -> impl IntoView {
    let title = editor.watch(|editing| editing.work.title.clone());
    let text = editor.watch(|editing| editing.work.text.clone());
    let words = Memo::new(move |_| text.with(|text| count_words(text)));
    view! {
        <details class="agent-why">
            <summary>"Change the title or the text"</summary>
            <div class="agent-change agent-field">
                <div class="field">
                    <label class="field-label" for="agent-title">"Title"</label>
                    <input
                        class="input"
                        id="agent-title"
                        type="text"
                        autocomplete="off"
                        aria-describedby="agent-title-error"
                        prop:value=move || title.get()
                        on:input:target=move |event| {
                            let title = event.target().value();
                            editor.change(|editing| editing.work.title = title);
                        }
                    />
                    <Complaint editor=editor at=At::Title />
                </div>
                <div class="field">
                    <label class="field-label" for="agent-text">"Text, in English"</label>
                    <textarea
                        class="input"
                        id="agent-text"
                        rows="10"
                        aria-describedby="agent-text-error agent-text-count"
                        prop:value=move || text.get()
                        on:input:target=move |event| {
                            let text = event.target().value();
                            editor.change(|editing| editing.work.text = text);
                        }
                    ></textarea>
                    <p class="field-help" id="agent-text-count">
                        {move || format!("{} of {}", counted(words.get(), "word", "words"), api::MAX_WORDS)}
                    </p>
                    <Complaint editor=editor at=At::Text />
                </div>
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32) -> SentenceMark {
        SentenceMark {
            term: "ratio".parse().unwrap(),
            start,
            end,
        }
    }

    #[test]
    fn a_sentence_is_cut_at_its_terms() {
        let cut = pieces("A ratio, a rate.", &[mark(2, 7), mark(11, 15)]);
        let texts: Vec<&str> = cut
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Term(_, text) => text.as_str(),
            })
            .collect();
        assert_eq!(texts, ["A ", "ratio", ", a ", "rate", "."]);
    }

    #[test]
    fn offsets_that_do_not_fit_lose_no_word() {
        // inside a letter, and past the end
        let cut = pieces("é ratio", &[mark(1, 3), mark(3, 99)]);
        assert_eq!(cut, [Piece::Text("é ratio".into())]);
    }
}
