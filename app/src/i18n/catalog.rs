//! The texts of the language that is spoken here, if it is not English.

use std::borrow::Cow;
use std::cell::RefCell;

use item_bank::LanguageTag;
use item_bank::bridge::interface::InterfacePack;

use super::fill::{Args, fill};
use super::{ENGLISH, KEYS};

thread_local! {
    static SPOKEN: RefCell<Option<InterfacePack>> = const { RefCell::new(None) };
}

/// Why a pack cannot be used by this version of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the texts are of another version of the app")]
pub struct Unfit;

/// Speaks a language from now on; `None` is English. What is on the page already stays until it is
/// drawn anew.
pub fn speak(pack: Option<InterfacePack>) -> Result<(), Unfit> {
    if let Some(pack) = &pack
        && (pack.keys != KEYS || pack.texts.len() != ENGLISH.len())
    {
        return Err(Unfit);
    }
    SPOKEN.set(pack);
    Ok(())
}

/// The language that is spoken, and whether it runs from right to left; `None` is English.
pub fn spoken_here() -> Option<(LanguageTag, bool)> {
    SPOKEN.with_borrow(|pack| {
        let pack = pack.as_ref()?;
        Some((pack.language.clone(), pack.right_to_left))
    })
}

/// `None` where the English stands.
pub(super) fn text(place: usize, args: &Args<'_>) -> Option<Cow<'static, str>> {
    SPOKEN.with_borrow(|pack| {
        let pack = pack.as_ref()?;
        let text = pack.texts.get(place).filter(|text| !text.is_empty())?;
        if args[0].is_none() {
            return Some(text.clone().into());
        }
        let category = |n| plural(pack.language.as_str(), n);
        Some(fill(text, args, &category, pack.right_to_left).into())
    })
}

/// The browser knows every language's plurals.
#[cfg(target_arch = "wasm32")]
fn plural(language: &str, n: usize) -> String {
    let locales = js_sys::Array::of1(&language.into());
    let rules = js_sys::Intl::PluralRules::new(&locales, &js_sys::Object::new());
    rules.select(n as f64).into()
}

/// Native tests have no browser: English's two.
#[cfg(not(target_arch = "wasm32"))]
fn plural(_language: &str, n: usize) -> String {
    if n == 1 { "one" } else { "other" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Msg, t};

    fn pack(texts: Vec<String>) -> InterfacePack {
        InterfacePack {
            language: "es".parse().unwrap(),
            right_to_left: false,
            keys: KEYS.to_owned(),
            texts,
        }
    }

    #[test]
    fn a_language_takes_over_text_by_text() {
        let mut texts = vec![String::new(); ENGLISH.len()];
        texts[Msg::Check.place()] = "Comprobar".to_owned();
        assert_eq!(speak(Some(pack(texts))), Ok(()));
        assert_eq!(t(Msg::Check), "Comprobar");
        assert_eq!(t(Msg::SignOut), "Sign out");
        assert_eq!(spoken_here().unwrap().0.as_str(), "es");
        speak(None).unwrap();
        assert_eq!(t(Msg::Check), "Check");
    }

    #[test]
    fn a_pack_of_other_keys_is_refused() {
        assert_eq!(speak(Some(pack(vec![String::new()]))), Err(Unfit));
        let mut other = pack(vec![String::new(); ENGLISH.len()]);
        other.keys = "of another version".to_owned();
        assert_eq!(speak(Some(other)), Err(Unfit));
    }
}
