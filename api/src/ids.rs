//! Identities: UUIDv7, so that rows sort by the time they were made.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire_read::{Node, Read, Wrong};

fn uuid(node: &Node, wrong: &mut Wrong) -> Uuid {
    let id = Uuid::parse_str(&node.text(wrong));
    id.unwrap_or_else(|_| {
        wrong.expected("an id");
        Uuid::nil()
    })
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl Read for $name {
            fn read(node: &Node, wrong: &mut Wrong) -> Self {
                Self(uuid(node, wrong))
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    };
}

id!(
    /// A person: student or staff.
    UserId
);
id!(
    /// A school or the district, as in OneRoster.
    OrgId
);
id!(
    /// A class, as in OneRoster.
    ClassId
);
id!(
    /// One thing that happened between a student and an academic word; made on the device.
    UseId
);
id!(
    /// A text that a teacher prepared with the bridge.
    ReadingId
);
id!(
    /// A pathway given to a class.
    AssignmentId
);
id!(
    /// One student's one answer; made on the device.
    ResponseId
);
id!(
    /// A browser profile that keeps an outbox.
    DeviceId
);
