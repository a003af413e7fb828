//! Limits on guessing, per account: a whole school shares one address.
//!
//! Five wrong tries are free; then one every 30 s, growing to one in 15 minutes, and never a hard
//! lock (`shared/QUALITY.md` section 5.2). In memory, with a cap on its size.

use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use api::UserId;

/// Wrong tries before the first wait.
const FREE_TRIES: u32 = 5;
const FIRST_WAIT_MS: i64 = 30_000;
const LONGEST_WAIT_MS: i64 = 15 * 60_000;
/// After this long without a wrong try, the count starts anew.
const FORGET_AFTER_MS: i64 = 60 * 60_000;
/// Accounts remembered; above this the longest untouched are let go.
const MAX_ACCOUNTS: usize = 50_000;
/// Different accounts failing from one address within the window that make it suspicious.
const SPRAY_ACCOUNTS: usize = 60;
const SPRAY_WINDOW_MS: i64 = 5 * 60_000;
const MAX_ADDRESSES: usize = 10_000;

/// Whose tries are counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Account {
    Student(UserId),
    /// A name that nobody in the class has, or a class that does not exist.
    UnknownStudent {
        class_code: String,
        name: String,
    },
    /// By user name, whether it exists or not.
    Staff(String),
}

#[derive(Debug, Default)]
pub struct Limiter {
    accounts: Mutex<HashMap<Account, Tries>>,
    addresses: Mutex<HashMap<IpAddr, Failing>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Tries {
    wrong: u32,
    blocked_until_ms: i64,
    last_ms: i64,
}

#[derive(Debug)]
struct Failing {
    since_ms: i64,
    accounts: HashSet<Account>,
}

/// Too many tries; the next is heard after this many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    pub seconds: u32,
}

impl Limiter {
    /// Counts a try as wrong before it is checked, so that many at once cannot slip through.
    /// Follow with [`Limiter::succeeded`] or, when it was never checked, [`Limiter::take_back`].
    pub fn begin(&self, account: &Account, now_ms: i64) -> Result<(), Wait> {
        let mut accounts = lock(&self.accounts);
        if accounts.len() >= MAX_ACCOUNTS && !accounts.contains_key(account) {
            make_room(&mut accounts, now_ms);
        }
        let tries = accounts.entry(account.clone()).or_default();
        if now_ms - tries.last_ms > FORGET_AFTER_MS {
            *tries = Tries::default();
        }
        let left_ms = tries.blocked_until_ms - now_ms;
        if left_ms > 0 {
            let seconds = u32::try_from((left_ms + 999) / 1000).unwrap_or(u32::MAX);
            return Err(Wait { seconds });
        }
        tries.wrong += 1;
        tries.last_ms = now_ms;
        tries.blocked_until_ms = now_ms + wait_after(tries.wrong);
        Ok(())
    }

    pub fn succeeded(&self, account: &Account) {
        lock(&self.accounts).remove(account);
    }

    /// The try was not checked after all (the server was busy): it does not count.
    pub fn take_back(&self, account: &Account) {
        if let Some(tries) = lock(&self.accounts).get_mut(account) {
            tries.wrong = tries.wrong.saturating_sub(1);
            tries.blocked_until_ms = tries.last_ms;
        }
    }

    /// Notes a wrong try from an address and says whether one address fails on so many accounts
    /// that its wrong tries should be slowed. Right ones are never counted against an address.
    pub fn is_spraying(&self, address: IpAddr, account: &Account, now_ms: i64) -> bool {
        let mut addresses = lock(&self.addresses);
        if addresses.len() >= MAX_ADDRESSES && !addresses.contains_key(&address) {
            addresses.retain(|_, failing| now_ms - failing.since_ms <= SPRAY_WINDOW_MS);
            if addresses.len() >= MAX_ADDRESSES {
                addresses.clear();
            }
        }
        let failing = addresses.entry(address).or_insert_with(|| Failing {
            since_ms: now_ms,
            accounts: HashSet::new(),
        });
        if now_ms - failing.since_ms > SPRAY_WINDOW_MS {
            failing.since_ms = now_ms;
            failing.accounts.clear();
        }
        if failing.accounts.len() <= SPRAY_ACCOUNTS {
            failing.accounts.insert(account.clone());
        }
        failing.accounts.len() > SPRAY_ACCOUNTS
    }
}

fn wait_after(wrong: u32) -> i64 {
    if wrong < FREE_TRIES {
        return 0;
    }
    let doublings = (wrong - FREE_TRIES).min(16);
    (FIRST_WAIT_MS << doublings).min(LONGEST_WAIT_MS)
}

/// Lets go what no longer matters, then the tenth that was untouched for longest.
fn make_room(accounts: &mut HashMap<Account, Tries>, now_ms: i64) {
    accounts.retain(|_, tries| now_ms - tries.last_ms <= FORGET_AFTER_MS);
    if accounts.len() < MAX_ACCOUNTS {
        return;
    }
    let mut times: Vec<i64> = accounts.values().map(|tries| tries.last_ms).collect();
    let nth = times.len() / 10;
    let (_, cut, _) = times.select_nth_unstable(nth);
    let cut = *cut;
    accounts.retain(|_, tries| tries.last_ms > cut);
}

/// A panic elsewhere must not stop everyone from signing in: the counts stay valid.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(name: &str) -> Account {
        Account::Staff(name.to_owned())
    }

    #[test]
    fn five_are_free_then_the_wait_grows_to_fifteen_minutes() {
        let limiter = Limiter::default();
        let okafor = staff("okafor");
        let mut now = 1_000_000;
        for _ in 0..5 {
            assert_eq!(limiter.begin(&okafor, now), Ok(()));
        }
        let mut waits = Vec::new();
        for _ in 0..7 {
            let Err(Wait { seconds }) = limiter.begin(&okafor, now) else {
                panic!("not limited")
            };
            waits.push(seconds);
            now += i64::from(seconds) * 1000;
            assert_eq!(limiter.begin(&okafor, now), Ok(()));
        }
        assert_eq!(waits, [30, 60, 120, 240, 480, 900, 900]);
    }

    #[test]
    fn an_hour_of_guessing_gives_few_tries() {
        let limiter = Limiter::default();
        let hour = 0..3_600;
        let tries = hour
            .filter(|s| limiter.begin(&staff("okafor"), s * 1000).is_ok())
            .count();
        assert!(tries <= 40, "{tries} tries in an hour");
    }

    #[test]
    fn success_and_other_accounts_are_free() {
        let limiter = Limiter::default();
        for _ in 0..50 {
            assert_eq!(limiter.begin(&staff("okafor"), 0), Ok(()));
            limiter.succeeded(&staff("okafor"));
        }
        for _ in 0..9 {
            let _ = limiter.begin(&staff("okafor"), 0);
        }
        assert!(limiter.begin(&staff("okafor"), 0).is_err());
        assert_eq!(limiter.begin(&staff("nguyen"), 0), Ok(()));
    }

    #[test]
    fn a_try_that_was_not_checked_does_not_count() {
        let limiter = Limiter::default();
        for _ in 0..50 {
            assert_eq!(limiter.begin(&staff("okafor"), 0), Ok(()));
            limiter.take_back(&staff("okafor"));
        }
    }

    #[test]
    fn never_a_hard_lock() {
        let limiter = Limiter::default();
        let _ = (0..100_000)
            .filter(|n| limiter.begin(&staff("okafor"), n * 1000).is_ok())
            .count();
        let after = 100_000_000 + LONGEST_WAIT_MS;
        assert_eq!(limiter.begin(&staff("okafor"), after), Ok(()));
    }

    #[test]
    fn memory_is_capped() {
        let limiter = Limiter::default();
        for n in 0..(MAX_ACCOUNTS as i64 + 5_000) {
            let _ = limiter.begin(&staff(&n.to_string()), n);
        }
        assert!(lock(&limiter.accounts).len() <= MAX_ACCOUNTS);
        let newest = staff(&(MAX_ACCOUNTS as i64 + 4_999).to_string());
        assert!(lock(&limiter.accounts).contains_key(&newest));
    }

    #[test]
    fn one_password_over_many_accounts_is_noticed() {
        let limiter = Limiter::default();
        let from: IpAddr = [10, 0, 0, 1].into();
        let flagged = (0..200)
            .filter(|n| limiter.is_spraying(from, &staff(&n.to_string()), 0))
            .count();
        assert_eq!(flagged, 200 - SPRAY_ACCOUNTS);
        assert!(!limiter.is_spraying([10, 0, 0, 2].into(), &staff("a"), 0));
        assert!(!limiter.is_spraying(from, &staff("a"), SPRAY_WINDOW_MS + 1));
    }
}
