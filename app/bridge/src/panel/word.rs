//! A word: the English term first and largest, everything else in its service.

use item_bank::TermId;
use item_bank::bridge::{Cognate, PartOfSpeech, Term, TermEn};

use super::{Scene, fold, in_english};
use crate::cards::{self, Card, Form};
use crate::rich::{Shape, figure, icon, rich};
use crate::tree::{Element, Node, el};

impl Scene<'_> {
    pub(super) fn words(&self) -> Option<Node> {
        let cards = cards::cards(self.known, self.page);
        if cards.is_empty() {
            return None;
        }
        let list = el("ul").class("word-cards");
        let list = list.with(cards.iter().filter_map(|card| self.card(card)));
        let heading = self.label("words");
        Some(
            self.part("words", "words", heading, None, vec![list.into()])
                .into(),
        )
    }

    fn card(&self, card: &Card) -> Option<Element> {
        let id = &card.term;
        let english = self.known.english.terms.get(id)?;
        let home = self.home.and_then(|home| home.terms.get(id));
        let home = home.filter(|it| self.known.may_show(it.approved.as_ref()));
        let item = el("li").attr("data-term", id.as_str());
        Some(match card.form {
            Form::Open => item
                .class("word")
                .child(self.heard_head(id, english))
                .with(self.body(id, english, home))
                .with(self.voiceless(&format!("word-{id}"))),
            Form::Folds(open) => {
                let mut body = vec![self.listen(&format!("word-{id}")).into()];
                body.extend(self.voiceless(&format!("word-{id}")));
                body.extend(self.body(id, english, home));
                let head = in_english(el("span").class("word-head"));
                let head = head.with(self.head_words(id, english));
                item.class("word word-folds")
                    .child(fold(&format!("card-{id}"), open, head, body))
            }
            Form::Known => {
                let show = el("button")
                    .class("button button-quiet")
                    .attr("type", "button");
                let show = show.does(format!("show:{id}"));
                let well = self.at_home(el("p").class("word-well"));
                item.class("word word-known")
                    .child(self.head_line(id, english))
                    .child(
                        well.child(icon(Shape::Check))
                            .child(el("span").child(self.label("known"))),
                    )
                    .child(show.child(self.label("show-card")))
            }
            Form::Assessed => item
                .class("word word-assessed")
                .child(self.head_line(id, english))
                .child(self.at_home(el("p")).child(self.label("assessed"))),
        })
    }

    fn heard_head(&self, id: &TermId, english: &TermEn) -> Element {
        let head = self.head_line(id, english);
        head.child(self.listen(&format!("word-{id}")))
    }

    fn head_line(&self, id: &TermId, english: &TermEn) -> Element {
        in_english(el("div").class("word-head")).with(self.head_words(id, english))
    }

    /// The word, and what part of speech it is in both languages.
    fn head_words(&self, id: &TermId, english: &TermEn) -> Vec<Node> {
        let (key, part) = match english.part_of_speech {
            PartOfSpeech::Noun => ("noun", "noun"),
            PartOfSpeech::Verb => ("verb", "verb"),
            PartOfSpeech::Adjective => ("adjective", "adjective"),
            PartOfSpeech::Phrase => ("phrase", "phrase"),
        };
        let term = super::word(&english.en)
            .class("word-term")
            .attr("data-read", format!("word-{id}"));
        let mut word = el("span").class("word-part").text(part);
        if self.home.is_some_and(|home| home.labels.contains_key(key)) {
            let own = self.at_home(el("bdi")).child(self.label(key));
            word = word.text(" · ").child(own);
        }
        vec![term.into(), word.into()]
    }

    fn body(&self, id: &TermId, english: &TermEn, home: Option<&Term>) -> Vec<Node> {
        let gloss = in_english(el("p").class("word-gloss")).text(english.gloss.clone());
        let mut body: Vec<Node> = vec![gloss.into()];
        if let Some(picture) = self.known.drawing(id) {
            body.push(figure(&picture).into());
        }
        if let Some(home) = home {
            body.push(self.at_home_of(home).into());
        }
        let note = home.and_then(|home| home.note.as_ref());
        if english.everyday.is_some() || note.is_some() {
            let everyday = english.everyday.iter().flat_map(|everyday| {
                let heading = el("b").child(self.label("everyday"));
                [heading, in_english(el("p")).text(everyday.clone())]
            });
            let senses = self.at_home(el("div").class("word-senses"));
            let senses = senses.with(everyday);
            body.push(senses.with(note.map(|it| el("p").with(rich(it)))).into());
        }
        body
    }

    fn at_home_of(&self, term: &Term) -> Element {
        let kin = match term.cognate {
            Cognate::Yes => Some("cognate"),
            Cognate::No => None,
            Cognate::FalseFriend => Some("false-friend"),
        };
        let kin = kin.map(|kin| {
            let warn = (term.cognate == Cognate::FalseFriend).then(|| icon(Shape::Alert));
            let kind = el("p").class("word-kin").attr("data-kin", kin).with(warn);
            kind.child(el("span").child(self.label(kin)))
        });
        let equivalents = self.home.map(|home| home.equivalents(term));
        self.at_home(el("div").class("word-home"))
            .child(
                el("p")
                    .class("word-explanation")
                    .with(rich(&term.explanation)),
            )
            .child(
                el("p")
                    .class("word-equivalent")
                    .text(equivalents.unwrap_or_default()),
            )
            .with(kin)
    }
}
