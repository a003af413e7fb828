//! Sessions.

use api::Role;
use store::{NewSession, Store, StoreError, TokenHash};

use super::sample::{ANA, LIAM, NOW_MS, OKAFOR, district, language, user};

fn session(token: u8, person: u64, expires_at_ms: i64) -> NewSession {
    NewSession {
        token: TokenHash([token; 32]),
        user: user(person),
        created_at_ms: NOW_MS,
        expires_at_ms,
    }
}

pub async fn a_session_knows_its_person(store: &dyn Store) {
    district(store).await;
    store
        .create_session(session(1, ANA, NOW_MS + 10))
        .await
        .unwrap();
    store
        .create_session(session(2, OKAFOR, NOW_MS + 20))
        .await
        .unwrap();
    let ana = store.session(TokenHash([1; 32])).await.unwrap().unwrap();
    assert_eq!(
        (ana.user, ana.role, ana.expires_at_ms),
        (user(ANA), Role::Student, NOW_MS + 10)
    );
    assert_eq!(
        (ana.display_name.as_str(), ana.home_language),
        ("Ana R.", language("es"))
    );
    let okafor = store.session(TokenHash([2; 32])).await.unwrap().unwrap();
    assert_eq!((okafor.user, okafor.role), (user(OKAFOR), Role::Teacher));
    assert_eq!(
        (okafor.display_name.as_str(), okafor.home_language),
        ("Ms. Okafor", None)
    );
    assert!(store.session(TokenHash([3; 32])).await.unwrap().is_none());
}

pub async fn a_session_ends(store: &dyn Store) {
    district(store).await;
    store.create_session(session(1, ANA, NOW_MS)).await.unwrap();
    store.create_session(session(2, ANA, NOW_MS)).await.unwrap();
    store.delete_session(TokenHash([1; 32])).await.unwrap();
    store.delete_session(TokenHash([1; 32])).await.unwrap();
    assert!(store.session(TokenHash([1; 32])).await.unwrap().is_none());
    assert!(store.session(TokenHash([2; 32])).await.unwrap().is_some());
}

pub async fn expired_sessions_are_swept(store: &dyn Store) {
    district(store).await;
    for (token, expires) in [(1, -1), (2, 0), (3, 1)] {
        store
            .create_session(session(token, LIAM, NOW_MS + expires))
            .await
            .unwrap();
    }
    assert_eq!(store.sweep_sessions(NOW_MS).await.unwrap(), 1);
    assert_eq!(store.sweep_sessions(NOW_MS).await.unwrap(), 0);
    assert!(store.session(TokenHash([1; 32])).await.unwrap().is_none());
    assert!(store.session(TokenHash([2; 32])).await.unwrap().is_some());
}

pub async fn a_token_serves_once(store: &dyn Store) {
    district(store).await;
    store.create_session(session(1, ANA, NOW_MS)).await.unwrap();
    let again = store
        .create_session(session(1, OKAFOR, NOW_MS))
        .await
        .unwrap_err();
    assert_eq!(again, StoreError::Conflict("this session"));
    assert_eq!(
        store
            .session(TokenHash([1; 32]))
            .await
            .unwrap()
            .unwrap()
            .user,
        user(ANA)
    );
    let nobody = store
        .create_session(session(2, 77, NOW_MS))
        .await
        .unwrap_err();
    assert!(matches!(nobody, StoreError::Missing(_)), "{nobody}");
}
