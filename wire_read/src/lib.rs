//! Reads wire types from parsed JSON in little code, for what a student's device downloads.
//!
//! It reads what serde's derived `Serialize` writes for the same type, and serde goes on writing.
//! Derived `Deserialize` costs 1.5 to 3 KB a type in WASM, most of it for formats that JSON is not
//! and for dropping what was read so far wherever a field can fail; here a field costs one call
//! (docs/adr/0011).
//!
//! So that a field needs no way out, reading does not stop at what is wrong: it notes it in
//! [`Wrong`], puts a stand-in, and [`read`] throws the whole away in the end. A stand-in is never
//! seen outside.

mod impls;
mod macros;
mod node;

pub use impls::or_default;
pub use node::Node;

/// What was the matter with a value, for the log: which field, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// The first thing that was wrong, while a value is read.
#[derive(Debug, Default)]
pub struct Wrong {
    /// The field that was entered last.
    field: &'static str,
    first: Option<Unreadable>,
}

impl Wrong {
    /// Notes that the field entered last does not hold what it should.
    #[inline(never)]
    pub fn expected(&mut self, what: &str) {
        if self.first.is_none() {
            let text = ["in \"", self.field, "\": ", what, " was expected"].concat();
            self.first = Some(Unreadable(text));
        }
    }
}

/// A type that reads itself from JSON as derived `Serialize` writes it.
pub trait Read: Sized {
    /// The value, or a stand-in and a note in `wrong`.
    fn read(node: &Node, wrong: &mut Wrong) -> Self;

    /// The value of an object's field; a missing one reads as null.
    fn field(object: &Node, name: &'static str, wrong: &mut Wrong) -> Self {
        let node = object.field(name, wrong);
        Self::read(node, wrong)
    }
}

/// Reads a whole value.
///
/// # Errors
///
/// The first thing that is wrong with it.
pub fn read<T: Read>(node: &Node) -> Result<T, Unreadable> {
    let mut wrong = Wrong::default();
    let value = T::read(node, &mut wrong);
    match wrong.first {
        None => Ok(value),
        Some(first) => Err(first),
    }
}
