//! IndexedDB, by hand: five calls do not need a crate, and dropping one of these futures is
//! harmless (`idb` 0.6 panics then, idb#30, and brings tokio along).

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::STORES;

const NAME: &str = "trellis";
/// 2: a store for uses of words.
const VERSION: u32 = 2;

/// Why something is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error("this browser keeps nothing: {0}")]
    Unavailable(String),
    #[error("this device is full")]
    Full,
    #[error("the browser would not keep it: {0}")]
    Refused(String),
    /// The task that owns the database has ended, with the page.
    #[error("storage has stopped")]
    Gone,
}

impl From<JsValue> for StorageError {
    fn from(error: JsValue) -> Self {
        let name = Reflect::get(&error, &"name".into())
            .ok()
            .and_then(|name| name.as_string());
        match name {
            Some(name) if name == "QuotaExceededError" => Self::Full,
            Some(name) => Self::Refused(name),
            None => Self::Refused("unknown".into()),
        }
    }
}

pub(super) struct Database {
    inner: IdbDatabase,
    /// A newer version of the app in another tab wants to upgrade: let it.
    _on_version_change: Closure<dyn FnMut()>,
}

impl Database {
    pub async fn open() -> Result<Self, StorageError> {
        let unavailable = |what: &str| StorageError::Unavailable(what.to_owned());
        let factory = web_sys::window()
            .and_then(|window| window.indexed_db().ok().flatten())
            .ok_or_else(|| unavailable("no IndexedDB"))?;
        let request = factory.open_with_u32(NAME, VERSION)?;
        let upgrade = Closure::once({
            let request = request.clone();
            move || create_stores(&request)
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let inner: IdbDatabase = settled(&request)
            .await?
            .dyn_into()
            .map_err(|_| unavailable("no database"))?;
        let on_version_change = Closure::new({
            let inner = inner.clone();
            move || inner.close()
        });
        inner.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Ok(Self {
            inner,
            _on_version_change: on_version_change,
        })
    }

    pub async fn get(&self, store: &str, key: &str) -> Result<Vec<String>, StorageError> {
        let found = settled(&self.reading(store)?.get(&key.into())?).await?;
        Ok(found.as_string().into_iter().collect())
    }

    pub async fn list(&self, store: &str, prefix: &str) -> Result<Vec<String>, StorageError> {
        // Keys are ASCII: nothing that begins with the prefix sorts after prefix + U+FFFF.
        let end = format!("{prefix}\u{ffff}");
        let range = IdbKeyRange::bound(&prefix.into(), &end.into())?;
        let found = settled(&self.reading(store)?.get_all_with_key(&range)?).await?;
        Ok(Array::from(&found)
            .iter()
            .filter_map(|value| value.as_string())
            .collect())
    }

    /// Done when the transaction is complete, which with strict durability means on the disk.
    pub async fn put(
        &self,
        store: &str,
        key: &str,
        json: &str,
    ) -> Result<Vec<String>, StorageError> {
        let (transaction, objects) = self.writing(store)?;
        objects.put_with_key(&json.into(), &key.into())?;
        completed(&transaction).await
    }

    pub async fn delete(&self, store: &str, keys: &[String]) -> Result<Vec<String>, StorageError> {
        let (transaction, objects) = self.writing(store)?;
        for key in keys {
            objects.delete(&key.as_str().into())?;
        }
        completed(&transaction).await
    }

    fn reading(&self, store: &str) -> Result<IdbObjectStore, StorageError> {
        let transaction = self.inner.transaction_with_str(store)?;
        Ok(transaction.object_store(store)?)
    }

    fn writing(&self, store: &str) -> Result<(IdbTransaction, IdbObjectStore), StorageError> {
        let transaction = match self.strict(store) {
            Ok(transaction) => transaction,
            // Browsers before the `durability` option refuse it or ignore it.
            Err(_) => self
                .inner
                .transaction_with_str_and_mode(store, IdbTransactionMode::Readwrite)?,
        };
        let objects = transaction.object_store(store)?;
        Ok((transaction, objects))
    }

    /// `transaction(store, "readwrite", { durability: "strict" })`, which web-sys does not bind:
    /// complete only once the operating system says that it is on the disk.
    fn strict(&self, store: &str) -> Result<IdbTransaction, JsValue> {
        let options = js_sys::Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let open: Function = Reflect::get(&self.inner, &"transaction".into())?.dyn_into()?;
        open.call3(&self.inner, &store.into(), &"readwrite".into(), &options)?
            .dyn_into()
    }
}

fn create_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result().and_then(JsCast::dyn_into::<IdbDatabase>) else {
        return;
    };
    for store in STORES {
        // One that exists already is left as it is.
        let _ = database.create_object_store(store);
    }
}

async fn settled(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let outcome = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(outcome).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request
            .error()
            .ok()
            .flatten()
            .map_or(StorageError::Gone, |e| JsValue::from(e).into())),
    }
}

async fn completed(transaction: &IdbTransaction) -> Result<Vec<String>, StorageError> {
    let outcome = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    match JsFuture::from(outcome).await {
        Ok(_) => Ok(Vec::new()),
        Err(_) => Err(transaction
            .error()
            .map_or(StorageError::Gone, |error| JsValue::from(error).into())),
    }
}
