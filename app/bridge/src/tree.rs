//! What is to stand on the page, as a value: made and compared natively, built as DOM nodes in the
//! browser. Text is text here and never becomes markup.

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Text(String),
    Element(Element),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub space: Space,
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    pub children: Vec<Node>,
}

/// The vocabulary that a tag is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    Html,
    Svg,
    Math,
}

/// Which press, key or fold an element answers to. Also what the focus is put back on when a part
/// is drawn anew: one of a kind on the page.
pub const DO: &str = "data-do";

pub fn el(tag: &'static str) -> Element {
    Element::new(Space::Html, tag)
}

pub fn svg(tag: &'static str) -> Element {
    Element::new(Space::Svg, tag)
}

pub fn math(tag: &'static str) -> Element {
    Element::new(Space::Math, tag)
}

impl Element {
    fn new(space: Space, tag: &'static str) -> Self {
        Self {
            space,
            tag,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// One more class.
    pub fn class(mut self, class: impl Into<String>) -> Self {
        let class = class.into();
        match self
            .attributes
            .iter_mut()
            .find(|(name, _)| *name == "class")
        {
            Some((_, classes)) => {
                classes.push(' ');
                classes.push_str(&class);
                self
            }
            None => self.attr("class", class),
        }
    }

    /// An attribute without a value, where it holds.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.attr(name, "") } else { self }
    }

    pub fn does(self, action: impl Into<String>) -> Self {
        self.attr(DO, action)
    }

    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    pub fn with<T: Into<Node>>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| *n == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// For tests: what a reader would find.
#[cfg(test)]
impl Element {
    /// All that is written in it.
    pub fn words(&self) -> String {
        let word = |child: &Node| match child {
            Node::Text(text) => text.clone(),
            Node::Element(element) => element.words(),
        };
        self.children.iter().map(word).collect()
    }

    /// The elements in it, itself first, in reading order.
    pub fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                found.extend(element.all());
            }
        }
        found
    }

    pub fn of_class(&self, class: &str) -> Vec<&Self> {
        let has = |it: &&Self| {
            it.get("class")
                .is_some_and(|c| c.split(' ').any(|c| c == class))
        };
        self.all().into_iter().filter(has).collect()
    }

    pub fn doing(&self, action: &str) -> Option<&Self> {
        self.all().into_iter().find(|it| it.get(DO) == Some(action))
    }
}
