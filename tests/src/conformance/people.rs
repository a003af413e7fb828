//! Accounts.

use store::{CredentialHash, Store, StoreError};

use super::sample::{self, ANA, BIRCH, LIAM, MAPLE, OKAFOR, class, district, language, user};

pub async fn a_user_name_is_found_whatever_its_case(store: &dyn Store) {
    district(store).await;
    for typed in ["okafor", "OKAFOR", "Okafor"] {
        let account = store.staff_by_username(typed).await.unwrap().expect(typed);
        assert_eq!(
            (account.id, account.display_name.as_str()),
            (user(OKAFOR), "Ms. Okafor")
        );
        assert_eq!(account.credential.0, "$argon2id$password-of-Okafor");
    }
    assert!(store.staff_by_username("okafo").await.unwrap().is_none());
    assert!(store.staff_by_username("okafor%").await.unwrap().is_none());
    let again = sample::new_staff(99, "oKaFoR", "Someone else");
    let refused = store.add_staff(vec![again]).await.unwrap_err();
    assert_eq!(
        refused,
        StoreError::Conflict("a person with this user name")
    );
}

pub async fn a_new_password_replaces_the_old(store: &dyn Store) {
    district(store).await;
    let new = CredentialHash("$argon2id$new".to_owned());
    assert!(
        store
            .set_staff_credential("OKAFOR", new.clone())
            .await
            .unwrap()
    );
    let account = store.staff_by_username("okafor").await.unwrap().unwrap();
    assert_eq!(account.credential, new);
    assert!(!store.set_staff_credential("nobody", new).await.unwrap());
    let other = store.staff_by_username("nguyen").await.unwrap().unwrap();
    assert_eq!(other.credential.0, "$argon2id$password-of-nguyen");
}

pub async fn a_sign_in_roster_has_the_class_and_nobody_else(store: &dyn Store) {
    district(store).await;
    let found = store.class_by_code("MAPLE-27").await.unwrap().unwrap();
    assert_eq!((found.id, found.grade), (class(MAPLE), 6));
    assert_eq!(found.school, "Marigold Middle School");
    assert!(store.class_by_code("MAPLE-28").await.unwrap().is_none());
    let mut roster = store.sign_in_roster(found.id).await.unwrap();
    roster.sort_by_key(|student| student.id);
    let names: Vec<_> = roster
        .iter()
        .map(|s| (s.id, s.given_name.as_str()))
        .collect();
    assert_eq!(names, [(user(ANA), "Ana"), (user(LIAM), "Liam")]);
    assert_eq!(roster[0].credential.0, "$argon2id$pin-of-20");
    assert_eq!(store.sign_in_roster(class(BIRCH)).await.unwrap().len(), 1);
}

pub async fn a_home_language_is_kept_and_taken_back(store: &dyn Store) {
    district(store).await;
    let read = || async {
        store
            .student(user(LIAM))
            .await
            .unwrap()
            .unwrap()
            .home_language
    };
    assert_eq!(read().await, None);
    store
        .set_home_language(user(LIAM), language("zh-Hans"))
        .await
        .unwrap();
    assert_eq!(read().await, language("zh-Hans"));
    store.set_home_language(user(LIAM), None).await.unwrap();
    assert_eq!(read().await, None);
    let ana = store.student(user(ANA)).await.unwrap().unwrap();
    assert_eq!(
        (ana.home_language, ana.support),
        (language("es"), api::SupportLevel::Emerging)
    );
}

pub async fn a_home_language_needs_a_student(store: &dyn Store) {
    district(store).await;
    for nobody in [user(OKAFOR), user(77)] {
        assert!(store.student(nobody).await.unwrap().is_none());
        let refused = store
            .set_home_language(nobody, language("es"))
            .await
            .unwrap_err();
        assert!(matches!(refused, StoreError::Missing(_)), "{refused}");
    }
}
