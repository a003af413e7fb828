//! The panel: the idea, the words, how the English works, step by step, a turn to say it.

mod idea;
mod said;
mod steps;
mod word;

use item_bank::bridge::labels::LABELS;
use item_bank::bridge::{LanguagePack, Support};

use crate::act::Bridge;
use crate::cards::{self, Idea};
use crate::known::Known;
use crate::page::Page;
use crate::rich::{Shape, icon, term};
use crate::tree::{Element, Node, el};

/// How much of the panel is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What is read first when it opens: its head and the idea in one language, or why there is none.
    /// The rest follows a moment later.
    #[default]
    Head,
    Whole,
}

/// The panel; nothing while no page is laid down.
pub fn panel(bridge: &Bridge, extent: Extent) -> Option<Element> {
    let scene = Scene::of(bridge)?;
    let root = el("div")
        .class("bridge-panel")
        .attr("lang", scene.language());
    let root = root.attr("dir", scene.dir()).child(scene.head());
    let ideas = cards::ideas(scene.known, scene.page);
    let root = root.with(scene.banner(&ideas));
    let told = scene.ideas(&ideas);
    Some(match extent {
        Extent::Head => root.with(told.into_iter().take(1)),
        Extent::Whole => {
            let root = root.with(told).with(scene.rest(&ideas));
            root.child(scene.foot())
        }
    })
}

/// What the parts are drawn from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub known: &'a Known,
    pub page: &'a Page,
    pub home: Option<&'a LanguagePack>,
}

impl<'a> Scene<'a> {
    pub fn of(bridge: &'a Bridge) -> Option<Self> {
        Some(Self {
            known: &bridge.known,
            page: bridge.page.as_ref()?,
            home: bridge.known.home.as_ref(),
        })
    }

    pub fn language(&self) -> &'a str {
        self.home.map_or("en", |home| home.language.as_str())
    }

    pub fn dir(&self) -> &'static str {
        if self.home.is_some_and(|home| home.right_to_left) {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// An element of the home language's side.
    pub fn at_home(&self, element: Element) -> Element {
        element
            .attr("lang", self.language())
            .attr("dir", self.dir())
    }

    /// A label's text, and whether it is the home language's own.
    fn text(&self, key: &str) -> (&'a str, bool) {
        let own = self.home.and_then(|home| home.labels.get(key));
        let english = || LABELS.iter().find(|(k, _)| *k == key);
        match own {
            Some(own) => (own, true),
            None => (english().map_or("", |(_, text)| text), false),
        }
    }

    /// A label of the panel; in English where the pack lacks it, and said to be.
    pub fn label(&self, key: &str) -> Node {
        self.label_with(key, "", &String::new().into())
    }

    /// A label with what it leaves open filled in: `{term}` by a word.
    pub fn label_with(&self, key: &str, name: &str, filling: &Node) -> Node {
        let (text, own) = self.text(key);
        let span = if own {
            el("span")
        } else {
            el("span").attr("lang", "en").attr("dir", "ltr")
        };
        match text.split_once(name).filter(|_| !name.is_empty()) {
            Some((before, after)) => span.text(before).child(filling.clone()).text(after).into(),
            None if own => text.to_owned().into(),
            None => span.text(text).into(),
        }
    }

    /// A part with its heading. `open` is for parts that fold.
    pub fn part(
        &self,
        name: &'static str,
        class: &str,
        heading: Node,
        open: Option<bool>,
        body: Vec<Node>,
    ) -> Element {
        let section = self.at_home(el("section").class(format!("part {class}")));
        match open {
            None => section.child(el("h3").child(heading)).with(body),
            Some(otherwise) => {
                let open = self.page.is_open(name, otherwise);
                section.child(fold(name, open, el("h3").child(heading), body))
            }
        }
    }

    /// Reads a part aloud, or stops.
    pub fn listen(&self, part: &str) -> Element {
        let on = self.page.heard.as_deref() == Some(part);
        let (key, shape) = if on {
            ("stop-listening", Shape::Stop)
        } else {
            let key = if part == "stem" {
                "listen-question"
            } else {
                "listen"
            };
            (key, Shape::Hear)
        };
        el("button")
            .class("button button-quiet hear")
            .attr("type", "button")
            .does(format!("listen:{part}"))
            .attr("aria-pressed", if on { "true" } else { "false" })
            .child(icon(shape))
            .child(el("span").child(self.label(key)))
    }

    /// What to do where the device has no voice for a part.
    pub fn voiceless(&self, part: &str) -> Option<Node> {
        let missing = self.page.no_voice.as_deref() == Some(part);
        missing.then(|| {
            let said = self.at_home(el("p").class("no-voice").attr("role", "status"));
            said.child(self.label("no-voice")).into()
        })
    }

    fn head(&self) -> Element {
        let title = self.at_home(el("h2").class("bridge-title").attr("id", "bridge-title"));
        let title = title.child(icon(Shape::Bridge)).child(self.label("bridge"));
        let head = el("div").class("bridge-head").child(title);
        if self.page.question().is_none() {
            return head;
        }
        head.child(self.listen("stem")).with(self.voiceless("stem"))
    }

    /// Once, above all: that no person has read some of what stands here.
    fn banner(&self, ideas: &[Idea<'_>]) -> Option<Node> {
        let mut shown = ideas.iter().filter_map(|idea| idea.home);
        let terms = cards::open(self.known, self.page);
        let home = self.home?;
        let mut words = terms.iter().filter_map(|term| home.terms.get(term));
        let unread = shown.any(|it| it.approved.is_none())
            || words.any(|it| it.approved.is_none() && self.known.may_show(None));
        unread.then(|| {
            let said = self.at_home(el("p").class("bridge-draft"));
            let words = el("span").child(self.label("draft"));
            said.child(icon(Shape::Alert)).child(words).into()
        })
    }

    fn ideas(&self, ideas: &[Idea<'_>]) -> Vec<Node> {
        let mut parts: Vec<Node> = Vec::new();
        let withheld = cards::withholds_ideas(self.known, self.page);
        let untold = self.home.is_some() && ideas.iter().all(|idea| idea.home.is_none());
        let why = if withheld {
            Some("assessed-idea")
        } else {
            untold.then_some("not-here")
        };
        parts.extend(why.map(|key| {
            let why = self.at_home(el("p").class("bridge-nothing"));
            why.child(self.label(key)).into()
        }));
        let (english, home) = (self.ideas_in_english(ideas), self.ideas_at_home(ideas));
        if self.page.support == Support::Full {
            parts.extend(home);
            parts.extend(english);
        } else {
            parts.extend(english);
            parts.extend(home);
        }
        parts
    }

    fn rest(&self, ideas: &[Idea<'_>]) -> Vec<Node> {
        let parts = [
            self.words(),
            self.how_it_works(ideas),
            self.steps(),
            self.say_it(),
        ];
        parts.into_iter().flatten().collect()
    }

    /// More help, or less, whenever the student wants it.
    fn foot(&self) -> Element {
        let button = |key, does| {
            el("button")
                .class("button button-quiet")
                .attr("type", "button")
                .does(does)
                .child(self.label(key))
        };
        let more = self.page.support != Support::Full;
        let less = self.page.support != Support::OnRequest;
        self.at_home(el("div").class("bridge-foot"))
            .with(more.then(|| button("more-help", "more")))
            .with(less.then(|| button("less-help", "less")))
    }
}

/// A part that the student may fold and unfold.
pub fn fold(name: &str, open: bool, title: Element, body: Vec<Node>) -> Element {
    let summary = el("summary").does(format!("fold:{name}")).child(title);
    el("details")
        .attr("data-fold", name)
        // what it was drawn as, to be told from what a person made it
        .attr("data-drawn", if open { "open" } else { "shut" })
        .flag("open", open)
        .child(summary)
        .child(el("div").class("fold-body").with(body))
}

/// A word in a line of another language.
pub fn word(text: &str) -> Element {
    term(text)
}

/// A block of English.
pub fn in_english(element: Element) -> Element {
    element.attr("lang", "en").attr("dir", "ltr")
}

#[cfg(test)]
mod tests;
