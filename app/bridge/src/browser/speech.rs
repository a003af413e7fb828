//! Reading aloud, sentence by sentence, by the device's own voices only: what is heard never leaves
//! it. The sentence being read is highlighted where the browser can.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, Node, Range, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::border::with_desk;
use crate::voice;

/// A little slower than talk.
const RATE: f32 = 0.9;
/// The highlight's name in the style sheet.
const HIGHLIGHT: &str = "bridge-heard";
const NUMBER: &str = "trellisNumber";

#[derive(Default)]
struct Playing {
    /// Counts readings, so that the end of one that was stopped does not end the next.
    round: u32,
    /// Kept: a browser forgets utterances that nobody holds, and then tells no end.
    utterances: Vec<SpeechSynthesisUtterance>,
    ranges: Vec<Option<Range>>,
}

thread_local! {
    static PLAYING: RefCell<Playing> = RefCell::default();
    static TOLD: Closure<dyn FnMut(Event)> = Closure::new(told);
}

/// Some browsers look for voices only once they are asked for.
pub fn warm_up() {
    voices();
}

/// Begins to read an element. `maths` says its expressions, where they do not themselves. False
/// where the device has no voice for its language.
pub fn read(element: &Element, maths: Vec<String>) -> bool {
    stop();
    let language = element.closest("[lang]").ok().flatten();
    let language = language
        .and_then(|it| it.get_attribute("lang"))
        .unwrap_or_default();
    let all = voices();
    let tags: Vec<String> = all.iter().map(SpeechSynthesisVoice::lang).collect();
    let found = voice::choose(&language, tags.iter().map(String::as_str));
    let (Some(found), Some(speech)) = (found.and_then(|n| all.get(n)), synthesis()) else {
        return false;
    };
    let mut pieces = Vec::new();
    gather(element, &mut maths.into_iter(), &mut pieces);
    let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
    let sentences = sentences(&text, &language);
    PLAYING.with_borrow_mut(|playing| {
        playing.round += 1;
        playing.ranges = sentences
            .iter()
            .map(|&(at, to, _)| range(&pieces, at, to))
            .collect();
        playing.utterances = sentences
            .iter()
            .enumerate()
            .filter_map(|(n, (_, _, sentence))| utterance(sentence, found, playing.round, n))
            .collect();
        for utterance in &playing.utterances {
            speech.speak(utterance);
        }
        !playing.utterances.is_empty()
    })
}

pub fn stop() {
    let playing = PLAYING.with_borrow_mut(|playing| {
        playing.round += 1;
        playing.ranges.clear();
        !std::mem::take(&mut playing.utterances).is_empty()
    });
    if playing && let Some(speech) = synthesis() {
        speech.cancel();
    }
    highlight(None);
}

fn synthesis() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

/// Voices that speak on this device, without a service.
fn voices() -> Vec<SpeechSynthesisVoice> {
    let all = synthesis()
        .map(|speech| speech.get_voices())
        .unwrap_or_default();
    let voices = all
        .iter()
        .map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    voices.filter(SpeechSynthesisVoice::local_service).collect()
}

fn utterance(
    sentence: &str,
    voice: &SpeechSynthesisVoice,
    round: u32,
    n: usize,
) -> Option<SpeechSynthesisUtterance> {
    let utterance = SpeechSynthesisUtterance::new_with_text(sentence).ok()?;
    utterance.set_voice(Some(voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(RATE);
    let number = [f64::from(round), n as f64].map(JsValue::from_f64);
    let number = Array::of2(&number[0], &number[1]);
    Reflect::set(&utterance, &NUMBER.into(), &number).ok()?;
    TOLD.with(|told| {
        let told = Some(told.as_ref().unchecked_ref());
        utterance.set_onstart(told);
        utterance.set_onend(told);
        utterance.set_onerror(told);
    });
    Some(utterance)
}

fn told(event: Event) {
    let number = event
        .target()
        .and_then(|it| Reflect::get(&it, &NUMBER.into()).ok());
    let Some(number) = number.and_then(|it| it.dyn_into::<Array>().ok()) else {
        return;
    };
    let part = |n| number.get(n).as_f64().unwrap_or(-1.0);
    let n = part(1) as usize;
    let now = PLAYING.with_borrow(|playing| {
        let current = f64::from(playing.round) == part(0);
        current.then(|| {
            (
                playing.ranges.get(n).cloned().flatten(),
                playing.utterances.len(),
            )
        })
    });
    let Some((range, of)) = now else { return };
    if event.type_() == "start" {
        highlight(range.as_ref());
    } else if event.type_() == "error" || n + 1 == of {
        let failed = event.type_() == "error";
        stop();
        with_desk(|desk| {
            desk.bridge.heard(failed);
            desk.draw();
        });
    }
}

/// Texts in reading order, each with where it stands.
fn gather(node: &Node, maths: &mut impl Iterator<Item = String>, into: &mut Vec<(Node, String)>) {
    let children = node.child_nodes();
    for n in 0..children.length() {
        let Some(child) = children.item(n) else {
            continue;
        };
        let Some(element) = child.dyn_ref::<Element>() else {
            let text = child.node_value().unwrap_or_default();
            into.push((child, text));
            continue;
        };
        if element.local_name() == "math" {
            let said = element
                .get_attribute("data-spoken")
                .or_else(|| maths.next());
            let said = said.or_else(|| child.text_content()).unwrap_or_default();
            into.push((child, said));
        } else {
            gather(element, maths, into);
            // sentences do not run from one paragraph into the next
            if element.local_name() == "p" {
                into.push((child, "\n".to_owned()));
            }
        }
    }
}

/// Start and end in UTF-16 units, and the words. All of it as one where the browser cannot tell.
fn sentences(text: &str, language: &str) -> Vec<(u32, u32, String)> {
    let found = segments(text, language).unwrap_or_else(|| vec![(0, text.to_owned())]);
    let units = |text: &str| text.encode_utf16().count() as u32;
    let sentences = found
        .into_iter()
        .map(|(at, text)| (at, at + units(&text), text));
    sentences
        .filter(|(_, _, text)| !text.trim().is_empty())
        .collect()
}

fn segments(text: &str, language: &str) -> Option<Vec<(u32, String)>> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let intl = get(&js_sys::global(), "Intl")?;
    let segmenter: Function = get(&intl, "Segmenter")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"sentence".into()).ok()?;
    let segmenter = Reflect::construct(&segmenter, &Array::of2(&language.into(), &options)).ok()?;
    let segment: Function = get(&segmenter, "segment")?.dyn_into().ok()?;
    let segments = segment.call1(&segmenter, &text.into()).ok()?;
    let one = |it: JsValue| {
        Some((
            get(&it, "index")?.as_f64()? as u32,
            get(&it, "segment")?.as_string()?,
        ))
    };
    Array::from(&segments).iter().map(one).collect()
}

/// From `at` to `to` of the texts joined.
fn range(pieces: &[(Node, String)], at: u32, to: u32) -> Option<Range> {
    let range = Range::new().ok()?;
    let mut before = 0;
    let mut begun = false;
    for (node, text) in pieces {
        let end = before + text.encode_utf16().count() as u32;
        let is_text = node.node_type() == Node::TEXT_NODE;
        if !begun && at < end {
            begun = true;
            if is_text {
                range.set_start(node, at - before).ok()?;
            } else {
                range.set_start_before(node).ok()?;
            }
        }
        if begun && to <= end {
            if is_text {
                range.set_end(node, to - before).ok()?;
            } else {
                range.set_end_after(node).ok()?;
            }
            return Some(range);
        }
        before = end;
    }
    None
}

/// The CSS Custom Highlight API, where there is one; else nothing is marked.
fn highlight(range: Option<&Range>) {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let highlights = get(&js_sys::global(), "CSS").and_then(|css| get(&css, "highlights"));
    let Some(highlights) = highlights.filter(JsValue::is_object) else {
        return;
    };
    let call = |name: &str, with: &Array| {
        let method: Option<Function> = get(&highlights, name).and_then(|it| it.dyn_into().ok());
        // what cannot be marked is still read
        method.map(|method| method.apply(&highlights, with))
    };
    match range {
        None => drop(call("delete", &Array::of1(&HIGHLIGHT.into()))),
        Some(range) => {
            let class =
                get(&js_sys::global(), "Highlight").and_then(|it| it.dyn_into::<Function>().ok());
            let made = class.and_then(|class| Reflect::construct(&class, &Array::of1(range)).ok());
            if let Some(made) = made {
                drop(call("set", &Array::of2(&HIGHLIGHT.into(), &made)));
            }
        }
    }
}
