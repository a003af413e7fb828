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

/// Each type asks for what it is. Answering all of them by one method that looks what is there
/// would put every answer into every type.
macro_rules! numbers {
    ($($method:ident $read:ident $visit:ident,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            visitor.$visit(self.$read()?)
        }
    )*};
}

impl Node {
    #[inline(never)]
    fn wrong(wanted: &str) -> Unreadable {
        Unreadable([wanted, " was expected"].concat())
    }

    #[inline(never)]
    fn float(self) -> Result<f64, Unreadable> {
        self.0.as_f64().ok_or_else(|| Self::wrong("a number"))
    }

    #[inline(never)]
    fn whole(self) -> Result<i64, Unreadable> {
        let number = self.float()?;
        if number.trunc() == number && number.abs() <= js_sys::Number::MAX_SAFE_INTEGER {
            Ok(number as i64)
        } else {
            Err(Self::wrong("a whole number"))
        }
    }

    #[inline(never)]
    fn natural(self) -> Result<u64, Unreadable> {
        u64::try_from(self.whole()?).map_err(|_| Self::wrong("a number from 0 on"))
    }

    #[inline(never)]
    fn text(self) -> Result<String, Unreadable> {
        self.0.as_string().ok_or_else(|| Self::wrong("a text"))
    }

    #[inline(never)]
    fn truth(self) -> Result<bool, Unreadable> {
        self.0.as_bool().ok_or_else(|| Self::wrong("true or false"))
    }

    #[inline(never)]
    fn items(self) -> Result<Items, Unreadable> {
        match self.0.dyn_into::<Array>() {
            Ok(array) => Ok(Items { array, next: 0 }),
            Err(_) => Err(Self::wrong("a list")),
        }
    }

    /// Only ever an object: the other way of writing a struct, as a list, is not in our JSON.
    #[inline(never)]
    fn fields(self, name: &str) -> Result<Fields, Unreadable> {
        match self.0.dyn_ref::<Object>() {
            Some(object) if !Array::is_array(&self.0) => Ok(Fields::of(object)),
            _ => Err(Self::wrong(name)),
        }
    }

    #[inline(never)]
    fn variant(self, name: &str) -> Result<Variant, Unreadable> {
        if self.0.is_string() {
            return Ok(Variant {
                name: self.0,
                content: JsValue::NULL,
            });
        }
        let entries = self.0.dyn_ref::<Object>().map(Object::entries);
        match entries.filter(|entries| entries.length() == 1) {
            Some(entries) => {
                let (name, content) = pair(&entries.get(0));
                Ok(Variant { name, content })
            }
            None => Err(Self::wrong(name)),
        }
    }
}

impl<'de> Deserializer<'de> for Node {
    type Error = Unreadable;

    numbers! {
        deserialize_bool truth visit_bool,
        deserialize_i8 whole visit_i64,
        deserialize_i16 whole visit_i64,
        deserialize_i32 whole visit_i64,
        deserialize_i64 whole visit_i64,
        deserialize_u8 natural visit_u64,
        deserialize_u16 natural visit_u64,
        deserialize_u32 natural visit_u64,
        deserialize_u64 natural visit_u64,
        deserialize_f32 float visit_f64,
        deserialize_f64 float visit_f64,
        deserialize_char text visit_string,
        deserialize_str text visit_string,
        deserialize_string text visit_string,
        deserialize_identifier text visit_string,
    }

    /// For the few types that have a short form.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_string() {
            visitor.visit_string(self.text()?)
        } else if let Some(number) = self.0.as_f64() {
            visitor.visit_f64(number)
        } else if let Some(truth) = self.0.as_bool() {
            visitor.visit_bool(truth)
        } else if Array::is_array(&self.0) {
            visitor.visit_seq(self.items()?)
        } else if self.0.is_object() {
            visitor.visit_map(self.fields("an object")?)
        } else {
            visitor.visit_unit()
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_map(self.fields("an object")?)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
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

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_map(self.fields(name)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_enum(self.variant(name)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { bytes byte_buf unit_struct }
}

struct Items {
    array: Array,
    next: u32,
}

impl Items {
    #[inline(never)]
    fn take(&mut self) -> Option<Node> {
        (self.next < self.array.length()).then(|| {
            self.next += 1;
            Node(self.array.get(self.next - 1))
        })
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unreadable> {
        match self.take() {
            Some(item) => seed.deserialize(item).map(Some),
            None => Ok(None),
        }
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

    /// The next key; its value waits.
    #[inline(never)]
    fn take(&mut self) -> Option<Node> {
        if self.next >= self.entries.length() {
            return None;
        }
        let (key, value) = pair(&self.entries.get(self.next));
        self.next += 1;
        self.value = value;
        Some(Node(key))
    }

    #[inline(never)]
    fn take_value(&mut self) -> Node {
        Node(std::mem::replace(&mut self.value, JsValue::NULL))
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unreadable> {
        match self.take() {
            Some(key) => seed.deserialize(key).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Unreadable> {
        seed.deserialize(self.take_value())
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
        visitor.visit_seq(self.items()?)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_struct("an object", fields, visitor)
    }
}
