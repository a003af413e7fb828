//! A teacher's text, with the bridge beside it.

use item_bank::TermId;
use item_bank::bridge::{English, Reading, ReadingSentence};

use crate::act::Bridge;
use crate::page::Subject;
use crate::panel::{Extent, Scene, in_english, panel};
use crate::tree::{Element, Node, el};

/// The page of the reading that is laid down; `None` while its text is not here.
pub fn reading(bridge: &Bridge, extent: Extent) -> Option<Element> {
    let scene = Scene::of(bridge)?;
    let Subject::Reading(id) = &scene.page.subject else {
        return None;
    };
    let reading = bridge.known.readings.get(id)?;
    let beside = el("aside")
        .class("bridge")
        .attr("aria-labelledby", "bridge-title");
    let read = el("div").class("read").child(text(&scene, reading));
    Some(read.child(beside.with(panel(bridge, extent))))
}

fn text(scene: &Scene<'_>, reading: &Reading) -> Element {
    let title = el("h1").attr("id", "page-title").attr("tabindex", "-1");
    let title = in_english(title).text(reading.title.clone());
    let article = el("article")
        .class("card read-text")
        .attr("aria-labelledby", "page-title");
    let mut article = article.child(title).child(scene.listen("text"));
    article = article.with(scene.voiceless("text"));
    if reading.paragraphs.iter().flatten().any(|it| it.key) {
        let sample = el("mark")
            .class("key")
            .attr("aria-hidden", "true")
            .text("abc");
        let legend = scene.at_home(el("p").class("read-legend")).child(sample);
        article = article.child(legend.text(" ").child(scene.label("key-sentences")));
    }
    let english = &scene.known.english;
    let paragraph = |sentences: &Vec<ReadingSentence>| {
        let sentences = sentences.iter().flat_map(|it| {
            let words = marked(&it.text, &reading.terms, english);
            let sentence: Node = if it.key {
                el("mark").class("key").with(words).into()
            } else {
                el("span").with(words).into()
            };
            [sentence, " ".to_owned().into()]
        });
        el("p").with(sentences)
    };
    let body = in_english(el("div").class("read-body")).attr("data-read", "text");
    article.child(body.with(reading.paragraphs.iter().map(paragraph)))
}

/// A sentence whose terms can be pressed.
fn marked(text: &str, terms: &[TermId], english: &English) -> Vec<Node> {
    let mut forms: Vec<(&str, &TermId)> = Vec::new();
    for id in terms {
        let Some(term) = english.terms.get(id) else {
            continue;
        };
        forms.push((&term.en, id));
        forms.extend(term.forms.iter().map(|form| (form.as_str(), id)));
    }
    // "unit rate" before "rate"
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let (mut nodes, mut plain) = (Vec::new(), 0);
    let mut at = 0;
    while at < text.len() {
        let starts = !text[..at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        let found = forms
            .iter()
            .find(|(form, _)| starts && begins(&text[at..], form));
        if let Some((form, id)) = found {
            if plain < at {
                nodes.push(text[plain..at].to_owned().into());
            }
            let button = el("button").class("term term-link").attr("type", "button");
            let button = button.does(format!("open:{id}"));
            nodes.push(button.text(&text[at..at + form.len()]).into());
            at += form.len();
            plain = at;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if plain < text.len() {
        nodes.push(text[plain..].to_owned().into());
    }
    nodes
}

/// Whether a text begins with a whole word or words, in whatever case.
fn begins(text: &str, form: &str) -> bool {
    let head = text.get(..form.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(form))
        && !text[form.len()..]
            .chars()
            .next()
            .is_some_and(char::is_alphanumeric)
}
