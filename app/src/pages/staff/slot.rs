//! Something a page reads from the server: kept while it is read again, so that a page that comes
//! back shows what it showed before it asks for news.

use crate::api::ApiError;

/// One thing of a kind at a time, named by its key.
#[derive(Clone, Debug)]
pub struct Slot<K, T> {
    key: Option<K>,
    value: Option<T>,
    error: Option<ApiError>,
}

impl<K, T> Default for Slot<K, T> {
    fn default() -> Self {
        Self {
            key: None,
            value: None,
            error: None,
        }
    }
}

/// What a page shows of a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown<T> {
    Loading,
    /// With the reason why it could not be read again, if so.
    Ready(T, Option<ApiError>),
    Failed(ApiError),
}

impl<K: PartialEq, T> Slot<K, T> {
    /// Another key empties the slot; the same keeps what is there while it is read again.
    pub fn begin(&mut self, key: K) {
        if self.key.as_ref() != Some(&key) {
            self.value = None;
        }
        self.error = None;
        self.key = Some(key);
    }

    /// A reply. One that comes after the page went on to another key is dropped.
    pub fn finish(&mut self, key: &K, result: Result<T, ApiError>) {
        if self.key.as_ref() != Some(key) {
            return;
        }
        match result {
            Ok(value) => {
                self.value = Some(value);
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// Whether a reply about this is still waited for or shown.
    pub fn is(&self, key: &K) -> bool {
        self.key.as_ref() == Some(key)
    }

    pub fn get(&self, key: &K) -> Option<&T> {
        self.value
            .as_ref()
            .filter(|_| self.key.as_ref() == Some(key))
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut T> {
        self.value
            .as_mut()
            .filter(|_| self.key.as_ref() == Some(key))
    }

    pub fn shown(&self, key: &K) -> Shown<T>
    where
        T: Clone,
    {
        match (self.get(key), &self.error) {
            (Some(value), error) => Shown::Ready(value.clone(), error.clone()),
            (None, Some(error)) if self.key.as_ref() == Some(key) => Shown::Failed(error.clone()),
            (None, _) => Shown::Loading,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_reply_for_another_page_is_dropped() {
        let mut slot = Slot::default();
        slot.begin(1);
        slot.begin(2);
        slot.finish(&1, Ok("one"));
        assert_eq!(slot.shown(&2), Shown::Loading);
        slot.finish(&2, Ok("two"));
        assert_eq!(slot.shown(&2), Shown::Ready("two", None));
        assert_eq!(slot.shown(&1), Shown::Loading);
    }

    #[test]
    fn what_was_read_stays_while_it_is_read_again_and_when_that_fails() {
        let mut slot = Slot::default();
        slot.begin(1);
        slot.finish(&1, Ok("old"));
        slot.begin(1);
        assert_eq!(slot.shown(&1), Shown::Ready("old", None));
        slot.finish(&1, Err(ApiError::Unreachable));
        assert_eq!(
            slot.shown(&1),
            Shown::Ready("old", Some(ApiError::Unreachable))
        );
        slot.begin(2);
        slot.finish(&2, Err(ApiError::Unreachable));
        assert_eq!(slot.shown(&2), Shown::Failed(ApiError::Unreachable));
    }
}
