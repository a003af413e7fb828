//! The short forms in which authors write truths and variables.
//!
//! By hand, because the derived ones (`untagged`, `flatten`) read everything into a buffer first,
//! and that machinery is a tenth of what a student's device would download.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Ask, Domain, HintRule, Truth, Variable};

impl Truth {
    pub(super) fn no() -> Self {
        Self::Fixed(false)
    }

    pub(super) fn is_no(&self) -> bool {
        *self == Self::Fixed(false)
    }
}

impl Serialize for HintRule {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let Some(ask) = &self.ask else {
            return out.serialize_str(&self.text);
        };
        let mut map = out.serialize_map(Some(2))?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("ask", ask)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for HintRule {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Short;

        impl<'de> Visitor<'de> for Short {
            type Value = HintRule;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a text and what it asks")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<HintRule, E> {
                Ok(text.into())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HintRule, A::Error> {
                let (mut text, mut ask) = (None, None::<Ask>);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "text" => text = Some(map.next_value()?),
                        "ask" => ask = Some(map.next_value()?),
                        other => {
                            let message = format!("a hint has no '{other}': use text and ask");
                            return Err(A::Error::custom(message));
                        }
                    }
                }
                let text = text.ok_or_else(|| A::Error::missing_field("text"))?;
                Ok(HintRule { text, ask })
            }
        }

        input.deserialize_any(Short)
    }
}

impl Serialize for Truth {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fixed(truth) => out.serialize_bool(*truth),
            Self::When(condition) => out.serialize_str(condition),
        }
    }
}

impl<'de> Deserialize<'de> for Truth {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Short;

        impl Visitor<'_> for Short {
            type Value = Truth;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false or a condition in quotes")
            }

            fn visit_bool<E: Error>(self, truth: bool) -> Result<Truth, E> {
                Ok(Truth::Fixed(truth))
            }

            fn visit_str<E: Error>(self, condition: &str) -> Result<Truth, E> {
                Ok(Truth::When(condition.to_owned()))
            }
        }

        input.deserialize_any(Short)
    }
}

impl Serialize for Variable {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(2))?;
        map.serialize_entry("name", &self.name)?;
        match &self.domain {
            Domain::Int(range) => map.serialize_entry("int", range)?,
            Domain::Pick(expressions) => map.serialize_entry("pick", expressions)?,
            Domain::Word(words) => map.serialize_entry("word", words)?,
            Domain::Row(rows) => map.serialize_entry("row", rows)?,
            Domain::Is(expression) => map.serialize_entry("is", expression)?,
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Variable {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Short;

        impl<'de> Visitor<'de> for Short {
            type Value = Variable;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a variable: a name and one of int, pick, word, row, is")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Variable, A::Error> {
                let (mut name, mut domain) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    let found = match key.as_str() {
                        "name" => {
                            name = Some(map.next_value()?);
                            continue;
                        }
                        "int" => Domain::Int(map.next_value()?),
                        "pick" => Domain::Pick(map.next_value()?),
                        "word" => Domain::Word(map.next_value()?),
                        "row" => Domain::Row(map.next_value()?),
                        "is" => Domain::Is(map.next_value()?),
                        other => {
                            let message = format!(
                                "a variable has no '{other}': use one of int, pick, word, row, is"
                            );
                            return Err(A::Error::custom(message));
                        }
                    };
                    if domain.replace(found).is_some() {
                        return Err(A::Error::custom("a variable has exactly one domain"));
                    }
                }
                let name = name.ok_or_else(|| A::Error::missing_field("name"))?;
                let domain = domain.ok_or_else(|| A::Error::custom("a variable has no domain"))?;
                Ok(Variable { name, domain })
            }
        }

        input.deserialize_map(Short)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: Result<&Variable, &str>) {
        let read: Result<Variable, _> = serde_json::from_str(json);
        match (read, expected) {
            (Ok(read), Ok(wanted)) => {
                assert_eq!(&read, wanted);
                assert_eq!(serde_json::to_string(&read).unwrap(), json);
            }
            (Err(error), Err(wanted)) => assert!(error.to_string().contains(wanted), "{error}"),
            (read, wanted) => panic!("{read:?} is not {wanted:?}"),
        }
    }

    #[test]
    fn variables_read_and_print_in_their_short_form() {
        let a = Variable {
            name: "a".to_owned(),
            domain: Domain::Int(vec![1, 9]),
        };
        check(r#"{"name":"a","int":[1,9]}"#, Ok(&a));
        check(
            r#"{"name":"a","ints":[1,9]}"#,
            Err("a variable has no 'ints'"),
        );
        check(r#"{"name":"a"}"#, Err("a variable has no domain"));
        check(
            r#"{"name":"a","is":"1","int":[1,2]}"#,
            Err("exactly one domain"),
        );
        check(r#"{"int":[1,2]}"#, Err("missing field `name`"));
    }

    #[test]
    fn truths_are_a_bool_or_a_condition() {
        let read = |json| serde_json::from_str::<Truth>(json).ok();
        assert_eq!(read("true"), Some(Truth::Fixed(true)));
        assert_eq!(read("\"a > b\""), Some(Truth::When("a > b".to_owned())));
        assert_eq!(read("3"), None);
    }

    #[test]
    fn hints_are_a_text_or_ask_something() {
        let read = |json| serde_json::from_str::<HintRule>(json);
        assert_eq!(read("\"Look.\"").unwrap(), HintRule::from("Look."));
        let json = r#"{"text":"First?","ask":{"kind":"integer","answer":"2"}}"#;
        let scaffold = read(json).unwrap();
        assert_eq!(serde_json::to_string(&scaffold).unwrap(), json);
        assert!(read(r#"{"ask":{"kind":"integer"}}"#).is_err());
    }
}
