//! The instruction one step at a time, its task verbs with a plain meaning.

use item_bank::bridge::Support;
use item_bank::bridge::{Step, StepPart};

use super::{Scene, in_english};
use crate::cards;
use crate::rich::{Shape, icon, rich};
use crate::tested::Tested;
use crate::tree::{Element, Node, el};

impl Scene<'_> {
    pub(super) fn steps(&self) -> Option<Node> {
        let steps = cards::steps(self.known, self.page);
        let at = self.page.step;
        let step = steps.get(at)?;
        let mut body: Vec<Node> = vec![
            self.count(at, steps.len()).into(),
            in_english(el("p").class("step-text"))
                .with(parts(step))
                .into(),
        ];
        let words = self.task_words(step);
        if !words.is_empty() {
            let heading = el("h4").child(self.label("task-words"));
            body.push(heading.into());
            body.push(el("dl").class("task-words").with(words).into());
        }
        if steps.len() > 1 {
            let turn = |key, does: &str, there: bool| {
                el("button")
                    .class("button")
                    .attr("type", "button")
                    .does(format!("step:{does}"))
                    // kept in reach of the keyboard, which would lose its place
                    .attr("aria-disabled", if there { "false" } else { "true" })
                    .child(icon(if does == "next" {
                        Shape::Next
                    } else {
                        Shape::Back
                    }))
                    .child(el("span").child(self.label(key)))
            };
            let buttons = el("div").class("step-turn");
            let buttons = buttons.child(turn("previous-step", "back", at > 0));
            let next = turn("next-step", "next", at + 1 < steps.len());
            body.push(buttons.child(next).into());
        }
        let open = self.page.support == Support::Full;
        let heading = self.label("steps");
        Some(
            self.part("steps", "by-step", heading, Some(open), body)
                .into(),
        )
    }

    /// "Step 1 of 3", told when it changes.
    fn count(&self, at: usize, of: usize) -> Element {
        let (text, own) = self.text("step");
        let text = text.replace("{n}", &(at + 1).to_string());
        let text = text.replace("{of}", &of.to_string());
        let count = el("p").class("step-count").attr("role", "status");
        if own {
            self.at_home(count).text(text)
        } else {
            in_english(count).text(text)
        }
    }

    fn task_words(&self, step: &Step) -> Vec<Node> {
        let tested = Tested::of(self.known, self.page);
        let mut told: Vec<&str> = Vec::new();
        let mut words: Vec<Node> = Vec::new();
        for part in &step.parts {
            let StepPart::Verb { id, .. } = part else {
                continue;
            };
            let Some(verb) = self.known.english.verbs.get(id) else {
                continue;
            };
            let is_tested = tested.words().iter().any(|term| term.as_str() == id);
            if is_tested || told.contains(&id.as_str()) {
                continue;
            }
            told.push(id);
            words.push(in_english(el("dt")).child(super::word(id)).into());
            words.push(in_english(el("dd")).text(verb.gloss.clone()).into());
            if let Some(own) = self.home.and_then(|home| home.verbs.get(id)) {
                words.push(self.at_home(el("dd")).text(own.clone()).into());
            }
        }
        words
    }
}

fn parts(step: &Step) -> Vec<Node> {
    let mut nodes = Vec::new();
    for part in &step.parts {
        match part {
            StepPart::Plain(inline) => nodes.extend(rich(std::slice::from_ref(inline))),
            StepPart::Verb { text, .. } => {
                nodes.push(el("strong").class("task-verb").text(text.clone()).into());
            }
        }
    }
    nodes
}
