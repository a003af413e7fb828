//! The border to the browser: what the shell calls, what the student does, what stands on the page.

mod border;
mod dom;
mod later;
mod listen;
mod speech;

use item_bank::bridge::TermEn;
use item_bank::{Figure, spoken};
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use self::border::with_desk;
use crate::act::{Bridge, Outcome, Voice};
use crate::page::Subject;
use crate::panel::Extent;
use crate::{panel, reading, tree};

mod questions {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Of the module that draws the questions' figures.
        #[wasm_bindgen(catch, js_namespace = ["trellis", "questions"])]
        pub fn picture(rule: &str) -> Result<String, JsValue>;
    }
}

/// A word's picture; none while the module that draws is on its way.
pub(crate) fn draw(term: &TermEn) -> Option<Figure> {
    let picture = questions::picture(term.picture.as_ref()?.rule()).ok()?;
    browser_json::read(&picture).ok()
}

/// The one panel of this page.
#[derive(Debug, Default)]
struct Desk {
    bridge: Bridge,
    /// Where it stands, while it does.
    host: Option<Element>,
    /// What stands there, and how much of it.
    drawn: Option<tree::Element>,
    extent: Extent,
    /// Keeps a use and returns it with its id and time.
    on_use: Option<Function>,
    /// Letters are being put together by an input method: nothing is checked yet.
    composing: bool,
}

impl Desk {
    fn place(&mut self, host: Element) {
        if self.host.as_ref() != Some(&host) {
            host.set_text_content(None);
            listen::to(&host);
            self.host = Some(host);
            self.drawn = None;
            self.extent = Extent::Head;
            later::after_painting(|| with_desk(Desk::complete));
        }
    }

    fn hide(&mut self) {
        speech::stop();
        self.bridge.heard(false);
        if let Some(host) = self.host.take() {
            host.set_text_content(None);
        }
        self.drawn = None;
    }

    /// What was not in view comes too.
    fn complete(&mut self) {
        self.extent = Extent::Whole;
        self.draw();
    }

    /// Does what an act asked for, and shows what came of it.
    fn follow(&mut self, outcome: Outcome) {
        for made in outcome.uses {
            let kept = serde_json::to_string(&made).ok().zip(self.on_use.as_ref());
            let kept = kept.and_then(|(made, keep)| {
                let kept = keep.call1(&JsValue::NULL, &made.into()).ok()?;
                browser_json::read(&kept.as_string()?).ok()
            });
            // without the shell's word it did not happen
            self.bridge.known.pending.extend(kept);
        }
        if self.drawn.is_some() {
            self.extent = Extent::Whole;
        }
        self.draw();
        if let Some(focus) = outcome.focus {
            self.focus(&focus);
        }
        match outcome.voice {
            Some(Voice::Read(part)) if !self.speak(&part) => {
                self.bridge.heard(true);
                self.draw();
            }
            Some(Voice::Stop) => speech::stop(),
            Some(Voice::Read(_)) | None => {}
        }
    }

    fn draw(&mut self) {
        let Some(host) = &self.host else { return };
        let page = self.bridge.page.as_ref();
        let new = match page.map(|page| &page.subject) {
            Some(Subject::Question(..)) => panel::panel(&self.bridge, self.extent),
            Some(Subject::Reading(_)) => reading::reading(&self.bridge, self.extent),
            None => None,
        };
        dom::draw(host, self.drawn.as_ref(), new.as_ref());
        self.drawn = new;
    }

    fn focus(&self, does: &str) {
        let found = self.host.as_ref().and_then(|host| {
            let does = format!("[{}=\"{does}\"]", tree::DO);
            host.query_selector(&does).ok().flatten()
        });
        if let Some(element) = found {
            dom::as_html(&element).map(HtmlElement::focus);
        }
    }

    /// Whether there is a voice for it.
    fn speak(&self, part: &str) -> bool {
        let Some(host) = &self.host else { return false };
        let question = self.bridge.page.as_ref().and_then(|page| page.question());
        let (element, maths) = if part == "stem" {
            let document = host.owner_document();
            let stem = document.and_then(|it| it.query_selector(".stem").ok().flatten());
            // the shell's page has no speech for each expression; the question has
            let maths = question.map(|it| {
                let math = it
                    .stem
                    .iter()
                    .filter(|it| matches!(it, item_bank::Inline::Math(_)));
                math.map(|it| spoken(std::slice::from_ref(it))).collect()
            });
            (stem, maths.unwrap_or_default())
        } else {
            let found = host.query_selector(&format!("[data-read=\"{part}\"]"));
            (found.ok().flatten(), Vec::new())
        };
        element.is_some_and(|element| speech::read(&element, maths))
    }
}
