//! From the tree to the page: built once, then only what changed is touched, so that the keyboard,
//! a screen reader and an input method keep their place.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node};

use crate::tree::{self, Space};

/// Makes `host` hold `new`, where it holds `old`.
pub fn draw(host: &Element, old: Option<&tree::Element>, new: Option<&tree::Element>) {
    let Some(document) = host.owner_document() else {
        return;
    };
    let page = Page { document };
    match (old, new, host.first_child()) {
        (Some(old), Some(new), Some(there)) => page.patch_element(&there, old, new),
        (_, new, _) => {
            host.set_text_content(None);
            if let Some(made) = new.and_then(|new| page.element(new)) {
                // a host that was taken off the page shows nothing, and that is all
                let _ = host.append_child(&made);
            }
        }
    }
}

pub fn as_html(element: &Element) -> Option<&HtmlElement> {
    element.dyn_ref()
}

struct Page {
    document: Document,
}

impl Page {
    fn node(&self, node: &tree::Node) -> Option<Node> {
        match node {
            tree::Node::Text(text) => Some(self.document.create_text_node(text).into()),
            tree::Node::Element(element) => self.element(element).map(Into::into),
        }
    }

    fn element(&self, element: &tree::Element) -> Option<Element> {
        let made = match element.space {
            Space::Html => self.document.create_element(element.tag),
            Space::Svg => self.document.create_element_ns(Some(SVG), element.tag),
            Space::Math => self.document.create_element_ns(Some(MATH), element.tag),
        };
        let made = made.ok()?;
        for (name, value) in &element.attributes {
            set(&made, name, value);
        }
        for child in &element.children {
            if let Some(child) = self.node(child) {
                let _ = made.append_child(&child);
            }
        }
        Some(made)
    }

    fn patch(&self, there: &Node, old: &tree::Node, new: &tree::Node) {
        match (old, new) {
            (tree::Node::Text(old), tree::Node::Text(new)) => {
                if old != new {
                    there.set_node_value(Some(new));
                }
            }
            (tree::Node::Element(old), tree::Node::Element(new)) => {
                self.patch_element(there, old, new);
            }
            _ => self.replace(there, new),
        }
    }

    fn patch_element(&self, there: &Node, old: &tree::Element, new: &tree::Element) {
        let place = |it: &tree::Element| it.get("data-term").map(str::to_owned);
        let alike = (old.tag, old.space) == (new.tag, new.space) && place(old) == place(new);
        let Some(element) = there.dyn_ref::<Element>().filter(|_| alike) else {
            self.replace(there, &tree::Node::Element(new.clone()));
            return;
        };
        if old == new && !holds_fields(new) {
            return;
        }
        for (name, _) in &old.attributes {
            if new.get(name).is_none() {
                unset(element, name);
            }
        }
        for (name, value) in &new.attributes {
            if is_property(element, name) || old.get(name) != Some(value) {
                set(element, name, value);
            }
        }
        if new.tag == "input" && new.get("checked").is_none() {
            unset(element, "checked");
        }
        let children = there.child_nodes();
        let (before, after) = (old.children.len(), new.children.len());
        for n in (after..before).rev() {
            if let Some(child) = children.item(n as u32) {
                let _ = there.remove_child(&child);
            }
        }
        for (n, child) in new.children.iter().enumerate() {
            match (old.children.get(n), children.item(n as u32)) {
                (Some(old), Some(there)) => self.patch(&there, old, child),
                _ => {
                    if let Some(made) = self.node(child) {
                        let _ = there.append_child(&made);
                    }
                }
            }
        }
    }

    fn replace(&self, there: &Node, new: &tree::Node) {
        if let (Some(parent), Some(made)) = (there.parent_node(), self.node(new)) {
            let _ = parent.replace_child(&made, there);
        }
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";
const MATH: &str = "http://www.w3.org/1998/Math/MathML";

/// What a student wrote is in the field, and not in what was drawn before.
fn holds_fields(element: &tree::Element) -> bool {
    matches!(element.tag, "input" | "textarea")
        || element.children.iter().any(|child| match child {
            tree::Node::Element(element) => holds_fields(element),
            tree::Node::Text(_) => false,
        })
}

/// What a field holds is not what its attribute says.
fn is_property(element: &Element, name: &str) -> bool {
    matches!(name, "value" | "checked")
        && matches!(element.local_name().as_str(), "input" | "textarea")
}

fn set(element: &Element, name: &str, value: &str) {
    let set = if is_property(element, name) {
        let value = if name == "checked" {
            JsValue::TRUE
        } else {
            value.into()
        };
        Reflect::set(element, &name.into(), &value).map(drop)
    } else {
        element.set_attribute(name, value)
    };
    // the names are ours: a browser refuses none of them
    let _ = set;
}

fn unset(element: &Element, name: &str) {
    if is_property(element, name) {
        let _ = Reflect::set(element, &name.into(), &JsValue::FALSE);
    } else {
        let _ = element.remove_attribute(name);
    }
}
