//! Saying it in English: one small task at a time, with a plan in any language first.

use item_bank::TermId;
use item_bank::bridge::{Said, SayKind, Support};

use super::{Scene, fold, in_english, word};
use crate::page::Turn;
use crate::rich::{Shape, icon, rich};
use crate::tree::{Element, Node, el};

impl Scene<'_> {
    pub(super) fn say_it(&self) -> Option<Node> {
        let turn = self.page.turn.as_ref()?;
        let asks = self.at_home(el("p").class("say-asks").attr("id", "say-asks"));
        let mut body: Vec<Node> = vec![asks.child(self.asks(turn)).into()];
        let form = el("form").class("say").does("say").flag("novalidate", true);
        let form = form.with(sentence(turn)).with(self.entry(turn));
        let check = el("button")
            .class("button button-primary")
            .attr("type", "submit");
        let another = el("button")
            .class("button button-quiet")
            .attr("type", "button");
        let buttons = el("div").class("say-buttons");
        let buttons = buttons.child(check.does("check").child(self.label("check")));
        let buttons = buttons.child(another.does("another").child(self.label("another")));
        // there from the start, so that what comes into it is told
        let told = self.at_home(el("div").class("say-told").attr("role", "status"));
        let told = told.with(turn.said.map(|said| self.told(said, &turn.task.term)));
        body.push(form.child(told).child(buttons).into());
        body.push(self.plan(turn.task.kind == SayKind::Own).into());
        let open = self.page.support != Support::OnRequest;
        let heading = self.label("say-it");
        Some(self.part("say", "say-it", heading, Some(open), body).into())
    }

    fn asks(&self, turn: &Turn) -> Node {
        match turn.task.kind {
            SayKind::Choose => self.label("choose-word"),
            SayKind::Type => self.label("type-word"),
            SayKind::Own => self.with_term("own-sentence", &turn.task.term),
        }
    }

    fn with_term(&self, key: &str, term: &TermId) -> Node {
        let english = self.known.english.terms.get(term);
        let filling = word(english.map_or(term.as_str(), |it| &it.en));
        self.label_with(key, "{term}", &filling.into())
    }

    fn entry(&self, turn: &Turn) -> Vec<Node> {
        let bank = || {
            let word = |it: &String| in_english(el("li")).child(word(it));
            el("ul")
                .class("word-bank")
                .with(turn.view.bank.iter().map(word))
        };
        match turn.task.kind {
            SayKind::Choose => {
                let group = in_english(el("fieldset").class("say-choices"));
                let group = group.attr("aria-labelledby", "say-asks say-sentence");
                let choice = |it: &String| {
                    let input = el("input").attr("type", "radio").attr("name", "say-choice");
                    let input = input.attr("value", it.clone());
                    let input = input.flag("checked", turn.text == *it).does("text");
                    el("label").class("say-choice").child(input).child(word(it))
                };
                vec![group.with(turn.view.bank.iter().map(choice)).into()]
            }
            SayKind::Type => {
                let input = field(el("input").attr("type", "text")).does("text");
                let input = in_english(input).attr("value", turn.text.clone());
                let input = input.attr("aria-labelledby", "say-asks say-sentence");
                let shown = self.page.is_open("bank", false);
                let title = self.at_home(el("span")).child(self.label("word-bank"));
                vec![
                    input.into(),
                    fold("bank", shown, title, vec![bank().into()]).into(),
                ]
            }
            SayKind::Own => {
                let area = field(el("textarea").attr("rows", "3")).does("text");
                let area = in_english(area).attr("value", turn.text.clone());
                let area = area.attr("maxlength", api::MAX_SAID.to_string());
                let area = area.attr("aria-labelledby", "say-asks");
                let start = turn.view.starter.iter().flat_map(|starter| {
                    let label = self.at_home(el("p").class("kicker"));
                    let frame = in_english(el("p").class("say-sentence")).text(starter.clone());
                    [label.child(self.label("start-with")), frame]
                });
                let mut parts: Vec<Node> = start.map(Into::into).collect();
                parts.push(area.into());
                if !turn.view.bank.is_empty() {
                    let label = self.at_home(el("p").class("kicker"));
                    parts.push(label.child(self.label("word-bank")).into());
                    parts.push(bank().into());
                }
                parts
            }
        }
    }

    fn told(&self, said: Said, term: &TermId) -> Element {
        let text = match said {
            Said::Right => self.label("right"),
            Said::Spelling => self.label("spelling"),
            Said::Other => self.label("again"),
            Said::WordMissing => self.with_term("word-missing", term),
            Said::TooShort => self.label("too-short"),
            Said::Copied => self.label("copied"),
        };
        let (class, shape) = if said == Said::Right {
            ("message message-good", Shape::Check)
        } else {
            ("message message-again", Shape::Again)
        };
        let text = el("p").class("message-body").child(text);
        el("div").class(class).child(icon(shape)).child(text)
    }

    /// A draft in any language. It is never sent and never kept.
    fn plan(&self, otherwise: bool) -> Element {
        let open = self.page.is_open("plan", otherwise);
        let title = self.at_home(el("span")).child(self.label("plan-first"));
        let area = field(el("textarea").attr("rows", "2")).does("plan");
        let area = area
            .attr("lang", self.language())
            .attr("dir", "auto")
            .attr("aria-label", self.text("plan-first").0)
            .attr("aria-describedby", "plan-stays")
            .attr("value", self.page.plan.clone());
        let stays = self.at_home(el("p").class("plan-stays").attr("id", "plan-stays"));
        let stays = stays.child(self.label("plan-stays"));
        fold("plan", open, title, vec![area.into(), stays.into()])
    }
}

/// The sentence with its gap.
fn sentence(turn: &Turn) -> Option<Element> {
    if turn.task.kind == SayKind::Own {
        return None;
    }
    let gap = el("span").class("gap").attr("aria-hidden", "true");
    let blank = el("span").class("visually-hidden").text("blank");
    let sentence = in_english(el("p").class("say-sentence").attr("id", "say-sentence"));
    let sentence = sentence
        .with(rich(&turn.view.before))
        .child(gap)
        .child(blank);
    Some(sentence.with(rich(&turn.view.after)))
}

/// No device's word list knows all that may be written here.
fn field(element: Element) -> Element {
    element
        .class("input")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
}
