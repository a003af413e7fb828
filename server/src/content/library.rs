//! What is served now, and how it gives way to what is published next.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::num::NonZeroUsize;
use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock};

use api::{BridgePolicy, PackRef};
use item_bank::{Bank, BuildError, BuiltPack, LanguageTag, PackKind, Skill, SkillCode};
use store::{Store, UnitReviewRow};
use tokio::sync::Mutex;

use super::{ContentError, Pack, bank_of, keep_embedded};
use crate::bridge::{ServedLanguage, Shown, Standing, shown};
use crate::readings::Shelf;

/// A bank and the packs of it: one state of the content, which never changes.
#[derive(Debug)]
pub struct Content {
    bank: Cow<'static, Bank>,
    skills: HashMap<String, PackRef>,
    english: Option<PackRef>,
    languages: Shown,
    /// Skills that can be practised, and what they build on.
    asked: HashSet<SkillCode>,
}

/// The content in force. Whoever holds an earlier one keeps it to the end of what they do.
#[derive(Debug)]
pub struct Library {
    current: RwLock<Arc<Content>>,
    /// By their hash, for as long as this process lives: a device may hold an older plan.
    packs: RwLock<HashMap<String, Pack>>,
    /// Teachers' texts that may be assigned.
    readings: Shelf,
    /// Which texts of a language students may see.
    bridge: BridgePolicy,
    /// Held while a new state is read and built, so that an older one never comes after it.
    building: Mutex<()>,
}

impl Content {
    fn of(
        bank: Cow<'static, Bank>,
        reviews: &[UnitReviewRow],
        bridge: BridgePolicy,
    ) -> Result<Self, BuildError> {
        let (mut skills, mut english) = (HashMap::new(), None);
        for built in bank.packs() {
            let entry = PackRef {
                name: built.name.clone(),
                sha256: built.sha256.clone(),
            };
            if built.kind == PackKind::Skills {
                skills.insert(built.name.clone(), entry);
            } else {
                english = Some(entry);
            }
        }
        let languages = shown(&bank, reviews, bridge)?;
        let of_templates = bank.templates().map(|template| &template.skill);
        let asked = with_prerequisites(&bank, of_templates.collect::<HashSet<_>>());
        Ok(Self {
            asked: asked.into_iter().cloned().collect(),
            bank,
            skills,
            english,
            languages,
        })
    }

    /// Everything that is served under its hash.
    fn served(&self) -> impl Iterator<Item = &BuiltPack> {
        self.packs().iter().chain(&self.languages.packs)
    }

    /// Whether it can be practised, or something that builds on it can. A skill whose templates are
    /// all drafts yet is no student's business.
    pub fn is_asked(&self, skill: &SkillCode) -> bool {
        self.asked.contains(skill)
    }

    /// By [`item_bank::Skill::pack`].
    pub fn skill_pack(&self, name: &str) -> Option<&PackRef> {
        self.skills.get(name)
    }

    /// The English side of the bridge.
    pub fn english_pack(&self) -> Option<&PackRef> {
        self.english.as_ref()
    }

    /// Languages of which something may be shown, by tag.
    pub fn offered(&self) -> &[ServedLanguage] {
        &self.languages.offered
    }

    pub fn language_pack(&self, language: &LanguageTag) -> Option<&PackRef> {
        let mut offered = self.offered().iter();
        let found = offered.find(|it| it.choice.tag == *language)?;
        Some(&found.pack)
    }

    /// Where each text of a language stands; `None` for a language that the bank has not.
    pub fn standings(&self, language: &LanguageTag) -> Option<&[Standing]> {
        self.languages.standings.get(language).map(Vec::as_slice)
    }
}

/// These skills and everything before them.
pub fn with_prerequisites<'a, 'b>(
    bank: &'a Bank,
    wanted: impl IntoIterator<Item = &'b SkillCode>,
) -> HashSet<&'a SkillCode> {
    let mut found = HashSet::new();
    let wanted = wanted.into_iter();
    let mut open: Vec<&Skill> = wanted.filter_map(|code| bank.skill(code)).collect();
    while let Some(skill) = open.pop() {
        if found.insert(&skill.code) {
            let before = skill.prerequisites.iter();
            open.extend(before.filter_map(|code| bank.skill(code)));
        }
    }
    found
}

impl Deref for Content {
    type Target = Bank;

    fn deref(&self) -> &Bank {
        &self.bank
    }
}

impl Library {
    /// At the start: keeps what this program brings, then reads what the district has.
    pub async fn open(
        store: &dyn Store,
        at_ms: i64,
        accept_changed: bool,
        bridge: BridgePolicy,
    ) -> Result<Self, ContentError> {
        keep_embedded(store, Bank::embedded(), at_ms, accept_changed).await?;
        let content = read(store, bridge).await?;
        let library = Self {
            current: RwLock::new(Arc::new(content)),
            packs: RwLock::default(),
            readings: Shelf::default(),
            bridge,
            building: Mutex::new(()),
        };
        library.compress_new(&library.current()).await?;
        library.readings.fill(&library, store).await?;
        Ok(library)
    }

    /// Teachers' texts, by their packs.
    pub fn readings(&self) -> &Shelf {
        &self.readings
    }

    /// Serves this under its hash from now on.
    pub async fn keep(&self, reading: BuiltPack) -> Result<PackRef, ContentError> {
        let entry = PackRef {
            name: reading.name.clone(),
            sha256: reading.sha256.clone(),
        };
        if self.pack(&entry.sha256).is_none() {
            let made = tokio::task::spawn_blocking(move || Pack::of(&reading.json)).await;
            let made = made.map_err(|error| ContentError::Stopped(error.to_string()))?;
            let mut packs = self.packs.write().unwrap_or_else(PoisonError::into_inner);
            packs.insert(entry.sha256.clone(), made);
        }
        Ok(entry)
    }

    pub fn current(&self) -> Arc<Content> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&current)
    }

    /// The bytes of this hash, of today's content or of any since the start.
    pub fn pack(&self, sha256: &str) -> Option<Pack> {
        let packs = self.packs.read().unwrap_or_else(PoisonError::into_inner);
        packs.get(sha256).cloned()
    }

    /// Puts what the store holds now in the place of what is served. Requests go on meanwhile.
    pub async fn reload(&self, store: &dyn Store) -> Result<(), ContentError> {
        let _alone = self.building.lock().await;
        let content = Arc::new(read(store, self.bridge).await?);
        // the packs first: a plan names no pack that is not there
        self.compress_new(&content).await?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = content;
        Ok(())
    }

    /// Makes one pack of the bridge as small as it gets. False when all of them are.
    pub async fn polish_one(&self) -> Result<bool, ContentError> {
        let current = self.current();
        let rough = {
            let packs = self.packs.read().unwrap_or_else(PoisonError::into_inner);
            let of_bridge =
                |built: &&BuiltPack| matches!(built.kind, PackKind::English | PackKind::Language);
            let rough = |built: &BuiltPack| {
                let pack = packs.get(&built.sha256).filter(|pack| !pack.polished)?;
                Some((built.sha256.clone(), pack.clone()))
            };
            current.served().filter(of_bridge).find_map(rough)
        };
        let Some((sha256, pack)) = rough else {
            return Ok(false);
        };
        let made = tokio::task::spawn_blocking(move || pack.polished())
            .await
            .map_err(|error| ContentError::Stopped(error.to_string()))?;
        let mut packs = self.packs.write().unwrap_or_else(PoisonError::into_inner);
        packs.insert(sha256, made);
        Ok(true)
    }

    async fn compress_new(&self, content: &Arc<Content>) -> Result<(), ContentError> {
        let new: Vec<BuiltPack> = {
            let packs = self.packs.read().unwrap_or_else(PoisonError::into_inner);
            let all = content.served();
            all.filter(|built| !packs.contains_key(&built.sha256))
                .cloned()
                .collect()
        };
        let made = tokio::task::spawn_blocking(move || compressed(&new))
            .await
            .map_err(|error| ContentError::Stopped(error.to_string()))?;
        let mut packs = self.packs.write().unwrap_or_else(PoisonError::into_inner);
        packs.extend(made);
        Ok(())
    }
}

/// What the store holds now.
async fn read(store: &dyn Store, bridge: BridgePolicy) -> Result<Content, ContentError> {
    let bank = bank_of(store).await?;
    let reviews = store.unit_reviews().await?;
    // every text of every language is hashed: tens of milliseconds
    let content = tokio::task::spawn_blocking(move || Content::of(bank, &reviews, bridge)).await;
    let content = content.map_err(|error| ContentError::Stopped(error.to_string()))?;
    Ok(content?)
}

/// On all cores: a start waits for it.
fn compressed(new: &[BuiltPack]) -> Vec<(String, Pack)> {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let one = |built: &BuiltPack| (built.sha256.clone(), Pack::of(&built.json));
    if new.len() < 2 || cores < 2 {
        return new.iter().map(one).collect();
    }
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|n| {
                let share = new.iter().skip(n).step_by(cores);
                scope.spawn(move || share.map(one).collect::<Vec<_>>())
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_default())
            .collect()
    })
}
