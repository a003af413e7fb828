//! Names and their numbers.

use std::collections::HashMap;

/// Between the parts of a composite skill.
const JOIN: &str = " ~~ ";

/// Names in order of first appearance; the place of a name is its number.
#[derive(Debug, Default)]
pub(crate) struct Names {
    numbers: HashMap<String, u32>,
    list: Vec<String>,
}

impl Names {
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = self.list.len() as u32;
        self.numbers.insert(name.to_owned(), number);
        self.list.push(name.to_owned());
        number
    }

    pub(crate) fn name(&self, number: u32) -> &str {
        &self.list[number as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn into_list(self) -> Vec<String> {
        self.list
    }
}

/// The name of what several skills make together: their parts, sorted, each once. The measured
/// fallback for items of several skills (`shared/ENGINE.md` section 6).
pub(crate) fn composite<'a>(skills: impl IntoIterator<Item = &'a str>) -> String {
    let mut parts: Vec<&str> = skills
        .into_iter()
        .flat_map(|skill| skill.split(JOIN))
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts.join(JOIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composites_do_not_depend_on_the_order_of_their_parts() {
        assert_eq!(composite(["b", "a"]), "a ~~ b");
        assert_eq!(composite(["b ~~ c", "a", "b"]), "a ~~ b ~~ c");
        assert_eq!(composite(["alone"]), "alone");
    }

    #[test]
    fn a_name_keeps_its_number() {
        let mut names = Names::default();
        assert_eq!(
            (names.number("x"), names.number("y"), names.number("x")),
            (0, 1, 0)
        );
        assert_eq!(names.into_list(), ["x", "y"]);
    }
}
