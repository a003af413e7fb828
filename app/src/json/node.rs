//! serde over what `JSON.parse` gave.
//!
//! Numbers are exact: JSON's are doubles in every browser, and so are ours (whole numbers stay
//! under 2^53: seeds are of 32 bits, times are milliseconds).

use std::fmt;

use js_sys::{Array, Object};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use wasm_bindgen::{JsCast, JsValue};

use super::Unreadable;

/// Says which field; what was wrong with it is left unsaid, since printing any value of any type
/// takes 5 KB of the download and only a broken server would ever show it.
impl Error for Unreadable {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self("a value is out of its range".to_owned())
    }

    fn invalid_type(_found: Unexpected<'_>, _wanted: &dyn Expected) -> Self {
        Self("a value is of another type".to_owned())
    }

    fn invalid_value(_found: Unexpected<'_>, _wanted: &dyn Expected) -> Self {
        Self("a value is not one of those allowed".to_owned())
    }

    fn invalid_length(_found: usize, _wanted: &dyn Expected) -> Self {
        Self("a list is too short".to_owned())
    }

    fn unknown_variant(found: &str, _allowed: &'static [&'static str]) -> Self {
        Self(["unknown: ", found].concat())
    }

    fn unknown_field(found: &str, _allowed: &'static [&'static str]) -> Self {
        Self(["unknown field: ", found].concat())
    }

    fn missing_field(field: &'static str) -> Self {
        Self(["missing field: ", field].concat())
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self(["field given twice: ", field].concat())
    }
}

pub(super) struct Node(pub JsValue);

impl Node {
    fn wrong(wanted: &str) -> Unreadable {
        Unreadable([wanted, " was expected"].concat())
    }
}

impl<'de> Deserializer<'de> for Node {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if let Some(number) = self.0.as_f64() {
            if number.trunc() != number || number.abs() > js_sys::Number::MAX_SAFE_INTEGER {
                visitor.visit_f64(number)
            } else if number < 0.0 {
                visitor.visit_i64(number as i64)
            } else {
                visitor.visit_u64(number as u64)
            }
        } else if let Some(truth) = self.0.as_bool() {
            visitor.visit_bool(truth)
        } else if let Some(array) = self.0.dyn_ref::<Array>() {
            visitor.visit_seq(Items {
                array: array.clone(),
                next: 0,
            })
        } else if let Some(object) = self.0.dyn_ref::<Object>() {
            visitor.visit_map(Fields::of(object))
        } else {
            visitor.visit_unit()
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    /// Only ever an object: the other way of writing a struct, as a list, is not in our JSON.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self.0.dyn_ref::<Object>() {
            Some(object) if !Array::is_array(&self.0) => visitor.visit_map(Fields::of(object)),
            _ => Err(Self::wrong(name)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        if self.0.is_string() {
            return visitor.visit_enum(Variant {
                name: self.0,
                content: JsValue::NULL,
            });
        }
        let entries = self.0.dyn_ref::<Object>().map(Object::entries);
        match entries.filter(|entries| entries.length() == 1) {
            Some(entries) => {
                let (name, content) = pair(&entries.get(0));
                visitor.visit_enum(Variant { name, content })
            }
            None => Err(Self::wrong(name)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier
    }
}

struct Items {
    array: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unreadable> {
        if self.next >= self.array.length() {
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(Node(self.array.get(self.next - 1)))
            .map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some((self.array.length() - self.next) as usize)
    }
}

/// An object's entries, in their order.
struct Fields {
    entries: Array,
    next: u32,
    value: JsValue,
}

impl Fields {
    fn of(object: &Object) -> Self {
        Self {
            entries: Object::entries(object),
            next: 0,
            value: JsValue::NULL,
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unreadable> {
        if self.next >= self.entries.length() {
            return Ok(None);
        }
        let (key, value) = pair(&self.entries.get(self.next));
        self.next += 1;
        self.value = value;
        seed.deserialize(Node(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Unreadable> {
        seed.deserialize(Node(std::mem::replace(&mut self.value, JsValue::NULL)))
    }
}

fn pair(entry: &JsValue) -> (JsValue, JsValue) {
    let entry = entry.unchecked_ref::<Array>();
    (entry.get(0), entry.get(1))
}

struct Variant {
    name: JsValue,
    content: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unreadable;
    type Variant = Node;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Node), Unreadable> {
        Ok((seed.deserialize(Node(self.name))?, Node(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Node {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        if self.0.is_null() {
            Ok(())
        } else {
            Err(Self::wrong("nothing more"))
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, Unreadable> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_struct("an object", fields, visitor)
    }
}
