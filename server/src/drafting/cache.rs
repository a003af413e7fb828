//! Drafts that passed the checks, by what was asked: the same ask costs nothing.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::reply::Draft;

/// Some kilobytes each.
const MOST: usize = 256;

#[derive(Debug, Default)]
pub(super) struct Cache(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    by_hash: HashMap<String, Draft>,
    /// Oldest first.
    order: VecDeque<String>,
}

impl Cache {
    pub fn get(&self, sha256: &str) -> Option<Draft> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.by_hash.get(sha256).cloned()
    }

    pub fn put(&self, sha256: String, draft: Draft) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.by_hash.insert(sha256.clone(), draft).is_some() {
            return;
        }
        held.order.push_back(sha256);
        if held.order.len() > MOST
            && let Some(oldest) = held.order.pop_front()
        {
            held.by_hash.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_gives_way() {
        let cache = Cache::default();
        for n in 0..=MOST {
            cache.put(n.to_string(), Draft::default());
        }
        assert!(cache.get("0").is_none());
        assert!(cache.get("1").is_some() && cache.get(&MOST.to_string()).is_some());
    }
}
