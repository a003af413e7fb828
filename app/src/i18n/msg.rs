//! The keys. A key carries what its text needs.

use item_bank::{Almost, Unreadable};

/// Something the student app, or a part both apps share, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg<'a> {
    // everywhere
    AppName,
    SkipToContent,
    SignOut,
    TryAgainLoading,
    Theme,
    ThemeDevice,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    PageNotFound,
    PageNotFoundWhat,
    ToHome,
    // signing in
    SignInTitle,
    SignInLead,
    ClassCode,
    ClassCodeHint,
    YourName,
    YourNameHint,
    Pin,
    PinShow,
    PinHide,
    SignIn,
    SigningIn,
    MissingClassCode,
    MissingName,
    MissingPin,
    WaitBefore {
        seconds: u32,
    },
    SignInOffline,
    SignInOfflineWhat,
    SignInAgainTitle,
    SignInAgainWhat,
    // saving
    SavedOnDevice,
    SavedAtSchool,
    SavingNow,
    OfflineIdle,
    OfflineWaiting {
        waiting: usize,
    },
    NotKept,
    RefusedAnswers {
        answers: usize,
    },
    ClockWrong,
    // signing out
    SignOutTitle {
        waiting: usize,
    },
    SignOutWhat,
    SignOutSend,
    SignOutAnyway,
    Stay,
    // home
    Hello {
        name: Option<&'a str>,
    },
    HomeLead,
    Assigned,
    FromTeacher {
        teacher: &'a str,
        class: &'a str,
    },
    PathwayGrown {
        mastered: usize,
        of: usize,
    },
    Start,
    Continue,
    KeepItFresh,
    NothingAssignedTitle,
    NothingAssignedWhat,
    AllSkills,
    YouCan {
        what: &'a str,
    },
    LearningTo {
        what: &'a str,
    },
    Loading,
    NoPlanOffline,
    NoPlanOfflineWhat,
    // practice
    PracticeTitle,
    BackHome,
    BecauseTeachersPick,
    BecauseNextStep {
        what: &'a str,
    },
    BecauseJustBegun {
        what: &'a str,
    },
    BecauseGrowing {
        what: &'a str,
    },
    BecauseNearlyThere {
        what: &'a str,
    },
    BecauseFirstSteps {
        what: &'a str,
    },
    BecauseMixItUp {
        what: &'a str,
    },
    BecauseReview {
        what: &'a str,
        days: u32,
    },
    BecauseStepBack {
        what: &'a str,
        later: &'a str,
    },
    BecauseTryEasier,
    Question,
    YourAnswer,
    ReadAs,
    ChooseOne,
    ChooseAll,
    Check,
    TryAgain,
    Next,
    SkipOn,
    Correct,
    NotYet,
    NotYetWhat,
    AlmostTitle,
    AlmostWhy(Almost),
    UnreadableTitle,
    UnfinishedTitle,
    UnreadableWhy(Unreadable),
    HintButton {
        next: u8,
        of: u8,
    },
    HintNumber {
        n: usize,
    },
    ShowSolution,
    Solution,
    GrewTo {
        before: u8,
        after: u8,
    },
    StandsAt {
        percent: u8,
    },
    NowMastered,
    FirstEvidence {
        left: u32,
    },
    GrewToFirst {
        percent: u8,
    },
    YourSkill,
    NeedsEvidence {
        left: u32,
    },
    PadDelete,
    /// A key's name, by the sign it types.
    PadSign(&'a str),
    Pad,
    // giving an answer
    OrderHow,
    MoveUp {
        what: &'a str,
    },
    MoveDown {
        what: &'a str,
    },
    MovedTo {
        what: &'a str,
        place: usize,
        of: usize,
    },
    MatchHow,
    MatchOffers,
    MatchChoose,
    MarkHow {
        of: u8,
    },
    MarksFull {
        of: usize,
    },
    AtTick {
        at: &'a str,
        marked: bool,
    },
    PlaceHere,
    StepLeft,
    StepRight,
    StepUp,
    StepDown,
    LineFromTo {
        from: &'a str,
        to: &'a str,
    },
    GridFromTo {
        x: [&'a str; 2],
        y: [&'a str; 2],
    },
    IntervalHow,
    LeftEnd,
    RightEnd,
    EndClosed,
    EndOpen,
    Endless,
    NotPlaced,
    TableRow {
        n: usize,
    },
    /// A small question inside a hint.
    AskRight,
    AskAgain,
    AskAnswer,
    Passage,
    AllDoneTitle,
    AllDoneWhat,
    NothingHereTitle,
    NothingHereWhat,
    NoContentTitle,
    NoContentWhat,
    BrokenTitle,
    BrokenWhat,
    GetReady,
    // bridge
    OpenBridge,
    CloseBridge,
    BridgeLanguage,
    EnglishOnly,
    ChooseLanguage,
    ChooseLanguageWhat,
    LanguageNotSaved,
    BridgeLoading,
    NoIdeaYet,
}
