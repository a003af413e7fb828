//! `object!` for structs and `choice!` for enums. Both name every field or variant, so that the
//! compiler refuses a list that has fallen behind its type.

/// Reads a struct with named fields: `object!(Plan { skills, pins = default, kind as "type" })`.
/// `= default` is serde's `default` at the field, `as` its `rename`.
#[macro_export]
macro_rules! object {
    ($type:ident { $($field:ident $(as $name:literal)? $(= $default:ident)?),* $(,)? }) => {
        impl $crate::Read for $type {
            fn read(node: &$crate::Node, wrong: &mut $crate::Wrong) -> Self {
                Self {
                    $($field: $crate::field!(node, wrong, $field $(as $name)? $(= $default)?)),*
                }
            }
        }
    };
}

/// One field of `object!` or `choice!`.
#[doc(hidden)]
#[macro_export]
macro_rules! field {
    ($node:ident, $wrong:ident, $field:ident) => {
        $crate::Read::field($node, stringify!($field), $wrong)
    };
    ($node:ident, $wrong:ident, $field:ident as $name:literal) => {
        $crate::Read::field($node, $name, $wrong)
    };
    ($node:ident, $wrong:ident, $field:ident = default) => {
        $crate::or_default($node, stringify!($field), $wrong)
    };
}

/// Reads an externally tagged enum: `choice!(Verdict { "correct" Correct, "wrong" Wrong { why } })`.
/// A variant holds nothing, named fields, or values in brackets: `"points" Points(axis, count)`.
///
/// The first variant is the stand-in for what is none of them, read from null: of a type that
/// holds itself it must be one that null does not lead into again.
#[macro_export]
macro_rules! choice {
    ($type:ident {
        $name:literal $variant:ident $(($($part:ident),+))? $({ $($field:tt)* })?
        $(, $names:literal $variants:ident $(($($parts:ident),+))? $({ $($fields:tt)* })?)* $(,)?
    }) => {
        impl $crate::Read for $type {
            fn read(node: &$crate::Node, wrong: &mut $crate::Wrong) -> Self {
                enum Place { $variant $(, $variants)* }
                let (place, content) = node.variant(&[$name $(, $names)*], wrong);
                match place {
                    $(place if place == Place::$variants as usize => $crate::variant!(
                        content, wrong, $variants $(($($parts),+))? $({ $($fields)* })?
                    ),)*
                    place => {
                        debug_assert_eq!(place, Place::$variant as usize);
                        $crate::variant!(
                            content, wrong, $variant $(($($part),+))? $({ $($field)* })?
                        )
                    }
                }
            }
        }

        impl $type {
            /// Does not compile where `choice!` has fallen behind the type.
            const _ALL_ARE_READ: fn(&Self) = |choice| match choice {
                Self::$variant { .. } $(| Self::$variants { .. })* => (),
            };
        }
    };
}

/// One variant of `choice!`.
#[doc(hidden)]
#[macro_export]
macro_rules! variant {
    ($content:ident, $wrong:ident, $variant:ident) => {{
        let _ = $content;
        Self::$variant
    }};
    ($content:ident, $wrong:ident, $variant:ident($part:ident)) => {
        Self::$variant($crate::Read::read($content, $wrong))
    };
    ($content:ident, $wrong:ident, $variant:ident($($part:ident),+)) => {{
        let [$($part),+] = $content.parts($wrong);
        Self::$variant($($crate::Read::read($part, $wrong)),+)
    }};
    ($content:ident, $wrong:ident, $variant:ident { $($field:ident),* $(,)? }) => {
        Self::$variant { $($field: $crate::field!($content, $wrong, $field)),* }
    };
}
