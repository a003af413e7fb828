//! Names that content is known by. Parsed once at the edge, trusted inside.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use wire_read::{Node, Read, Wrong};

/// Why a name was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{value}' cannot name a {kind}: use 1 to 64 of the letters a-z A-Z 0-9 . -")]
pub struct BadCode {
    kind: &'static str,
    value: String,
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $kind:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadCode;

            fn try_from(value: String) -> Result<Self, BadCode> {
                let allowed = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
                if (1..=64).contains(&value.len()) && value.chars().all(allowed) {
                    Ok(Self(value))
                } else {
                    Err(BadCode { kind: $kind, value })
                }
            }
        }

        impl Read for $name {
            fn read(node: &Node, wrong: &mut Wrong) -> Self {
                Self::try_from(node.text(wrong)).unwrap_or_else(|_| {
                    wrong.expected(concat!("the code of a ", $kind));
                    Self(String::new())
                })
            }
        }

        impl FromStr for $name {
            type Err = BadCode;

            fn from_str(value: &str) -> Result<Self, BadCode> {
                value.to_owned().try_into()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code!(
    /// A knowledge component, such as `6.RP.A.3b-unit-rate`.
    SkillCode,
    "skill"
);
code!(
    /// An item template, such as `unit-rate-price`.
    TemplateId,
    "template"
);
code!(
    /// A pathway of the bank, such as `fractions-5`.
    PathwayCode,
    "pathway"
);
code!(
    /// An academic term of the bridge, such as `common-denominator`.
    TermId,
    "term"
);
code!(
    /// A reading passage, such as `kelp-forest`.
    PassageId,
    "passage"
);
code!(
    /// A BCP 47 language tag, such as `es` or `zh-Hans`.
    LanguageTag,
    "language"
);

/// A template at a version. With a seed it determines an item wholly, on every machine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateRef {
    pub id: TemplateId,
    pub version: u32,
}

wire_read::object!(TemplateRef { id, version });

impl fmt::Display for TemplateRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.id, self.version)
    }
}
