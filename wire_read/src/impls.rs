//! How values of the standard library are read.

use std::collections::BTreeMap;

use crate::{Node, Read, Wrong};

macro_rules! whole {
    ($($type:ident: $least:expr, $most:expr;)*) => {$(
        impl Read for $type {
            fn read(node: &Node, wrong: &mut Wrong) -> Self {
                node.whole($least, $most, wrong) as $type
            }
        }
    )*};
}

whole! {
    u8: 0.0, f64::from(u8::MAX);
    u16: 0.0, f64::from(u16::MAX);
    u32: 0.0, f64::from(u32::MAX);
    u64: 0.0, u64::MAX as f64;
    i32: f64::from(i32::MIN), f64::from(i32::MAX);
    i64: i64::MIN as f64, i64::MAX as f64;
}

impl Read for f64 {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        node.number(wrong)
    }
}

impl Read for bool {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        node.truth(wrong)
    }
}

impl Read for String {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        node.text(wrong)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        match node {
            Node::Null => None,
            node => Some(T::read(node, wrong)),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        let items = node.items(wrong);
        let mut all = Self::with_capacity(items.len());
        for item in items {
            all.push(T::read(item, wrong));
        }
        all
    }
}

/// An object whose names are values themselves.
impl<K: Read + Ord, V: Read> Read for BTreeMap<K, V> {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        let mut all = Self::new();
        for (name, value) in node.fields(wrong) {
            let name = K::read(&Node::Text(name.clone()), wrong);
            all.insert(name, V::read(value, wrong));
        }
        all
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        Self::new(T::read(node, wrong))
    }
}

impl<T: Read> Read for [T; 2] {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        let [a, b] = node.parts(wrong);
        [T::read(a, wrong), T::read(b, wrong)]
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        let [a, b] = node.parts(wrong);
        (A::read(a, wrong), B::read(b, wrong))
    }
}

impl<A: Read, B: Read, C: Read> Read for (A, B, C) {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        let [a, b, c] = node.parts(wrong);
        (A::read(a, wrong), B::read(b, wrong), C::read(c, wrong))
    }
}

/// A field that may be missing, as under `#[serde(default)]`.
pub fn or_default<T: Read + Default>(object: &Node, name: &'static str, wrong: &mut Wrong) -> T {
    if object.has(name, wrong) {
        T::field(object, name, wrong)
    } else {
        T::default()
    }
}
