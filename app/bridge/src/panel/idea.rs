//! The idea, in the home language and in plain English, and how one sentence works.

use item_bank::Rich;
use item_bank::bridge::Support;

use super::{Scene, in_english};
use crate::cards::{Idea, Of};
use crate::rich::rich;
use crate::tested::Tested;
use crate::tree::{Element, Node, el};

impl Scene<'_> {
    /// Whole where support is full, one sentence where it is moderate, folded where it is light.
    pub(super) fn ideas_at_home(&self, ideas: &[Idea<'_>]) -> Option<Node> {
        let whole = self.page.support != Support::Moderate || self.page.whole_idea;
        let mut body = Vec::new();
        let mut cut = false;
        for idea in ideas {
            let Some(home) = idea.home else { continue };
            let shown = if whole { home.core.len() } else { 1 };
            cut |= home.core.len() > shown;
            body.extend(self.kicker(idea, ideas));
            body.extend(sentences(home.core.iter().take(shown)));
        }
        if body.is_empty() {
            return None;
        }
        let read = self.at_home(el("div").class("idea-text").attr("data-read", "idea"));
        let mut parts: Vec<Node> = vec![read.with(body).into()];
        let mut tools = el("div").class("part-tools").child(self.listen("idea"));
        if cut {
            let more = el("button")
                .class("button button-quiet")
                .attr("type", "button");
            tools = tools.child(more.does("idea").child(self.label("more-help")));
        }
        parts.push(tools.into());
        parts.extend(self.voiceless("idea"));
        let folds = matches!(self.page.support, Support::Light | Support::OnRequest);
        let heading = self.label("idea");
        Some(
            self.part("idea", "idea", heading, folds.then_some(false), parts)
                .into(),
        )
    }

    pub(super) fn ideas_in_english(&self, ideas: &[Idea<'_>]) -> Option<Node> {
        let mut body = Vec::new();
        for idea in ideas {
            let Some(english) = idea.english else {
                continue;
            };
            body.extend(self.kicker(idea, ideas));
            body.extend(sentences(english.core.iter()));
        }
        if body.is_empty() {
            return None;
        }
        let read = in_english(el("div").class("idea-text")).attr("data-read", "idea-in-english");
        let tools = el("div").class("part-tools");
        let mut parts: Vec<Node> = vec![
            read.with(body).into(),
            tools.child(self.listen("idea-in-english")).into(),
        ];
        parts.extend(self.voiceless("idea-in-english"));
        let folds = (self.page.support == Support::OnRequest).then_some(false);
        let heading = self.label("idea-in-english");
        let part = self.part(
            "idea-in-english",
            "idea idea-english",
            heading,
            folds,
            parts,
        );
        Some(part.into())
    }

    /// Tells the text's idea from the skill's, where both stand there.
    fn kicker(&self, idea: &Idea<'_>, ideas: &[Idea<'_>]) -> Option<Node> {
        let both = ideas.iter().any(|other| other.of != idea.of);
        (both && idea.of == Of::Text).then(|| {
            let kicker = self.at_home(el("p").class("kicker"));
            kicker.child(self.label("reading")).into()
        })
    }

    /// One sentence of the questions or the text, and how its English works.
    pub(super) fn how_it_works(&self, ideas: &[Idea<'_>]) -> Option<Node> {
        let mut body: Vec<Node> = Vec::new();
        for idea in ideas {
            let Some((english, works)) = idea.english.and_then(|it| Some((it, it.works.as_ref()?)))
            else {
                continue;
            };
            if Tested::of(self.known, self.page).is_told_by_works(english, idea.home) {
                continue;
            }
            let home = idea.home.and_then(|it| it.works.as_ref());
            if let Some(sentence) = &english.sentence {
                let quote = in_english(el("blockquote").class("sentence"));
                body.push(quote.text(sentence.clone()).into());
            }
            body.extend(home.map(|it| self.at_home(el("p")).with(rich(it)).into()));
            let plain = in_english(el("p").class("works-english"));
            body.push(plain.with(rich(works)).into());
        }
        if body.is_empty() {
            return None;
        }
        let open = matches!(self.page.support, Support::Full | Support::Moderate);
        let heading = self.label("how-it-works");
        Some(
            self.part("works", "works", heading, Some(open), body)
                .into(),
        )
    }
}

fn sentences<'a>(core: impl Iterator<Item = &'a Rich>) -> Vec<Node> {
    let paragraph = |sentence: &Rich| -> Element { el("p").with(rich(sentence)) };
    core.map(|sentence| paragraph(sentence).into()).collect()
}
