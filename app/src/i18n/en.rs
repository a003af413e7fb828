//! English.

use std::borrow::Cow;

use engine::MasteryLevel;
use item_bank::{Almost, Unreadable};

use super::Msg;

#[expect(
    clippy::match_same_arms,
    reason = "two keys may say the same in one language"
)]
pub(super) fn text(msg: Msg<'_>) -> Cow<'static, str> {
    let fixed = match msg {
        Msg::AppName => "Trellis",
        Msg::SkipToContent => "Skip to the content",
        Msg::SignOut => "Sign out",
        Msg::TryAgainLoading => "Try again",
        Msg::Theme => "Colors",
        Msg::ThemeDevice => "Device colors",
        Msg::ThemeLight => "Light colors",
        Msg::ThemeDark => "Dark colors",
        Msg::ThemeContrast => "High contrast",
        Msg::PageNotFound => "There is no such page",
        Msg::PageNotFoundWhat => "The address may be mistyped. Your answers are safe.",
        Msg::ToHome => "To your trellis",
        Msg::SignInTitle => "Sign in",
        Msg::SignInLead => "Your teacher gave you a class code and a PIN.",
        Msg::ClassCode => "Class code",
        Msg::ClassCodeHint => "For example MAPLE-27",
        Msg::YourName => "Your first name",
        Msg::YourNameHint => {
            "If two of you share it, add the first letter of your last name: Ana R"
        }
        Msg::Pin => "PIN",
        Msg::PinShow => "Show PIN",
        Msg::PinHide => "Hide PIN",
        Msg::SignIn => "Sign in",
        Msg::SigningIn => "Signing in…",
        Msg::MissingClassCode => "Type the class code that your teacher gave you.",
        Msg::MissingName => "Type your first name.",
        Msg::MissingPin => "Type your PIN. Your teacher can look it up.",
        Msg::SignInOffline => "No connection to the school.",
        Msg::SignInOfflineWhat => {
            "Check the Wi-Fi, then sign in. Answers already on this device are safe."
        }
        Msg::SignInAgainTitle => "Please sign in again",
        Msg::SignInAgainWhat => {
            "It has been a while. Your answers are kept, and you come back to this very question."
        }
        Msg::SavedOnDevice => "Saved on this device",
        Msg::SavedAtSchool => "Saved at school",
        Msg::SavingNow => "Saving…",
        Msg::OfflineIdle => "No connection. Keep going: your answers are kept on this device",
        Msg::NotKept => {
            "This browser cannot keep answers. Stay on this page until they are at school"
        }
        Msg::ClockWrong => "This device's clock is wrong",
        Msg::SignOutWhat => {
            "Stay a moment while they are sent. If you sign out now, they wait on this device and go out the next time you sign in here."
        }
        Msg::SignOutSend => "Send them now",
        Msg::SignOutAnyway => "Sign out anyway",
        Msg::Stay => "Stay",
        Msg::HomeLead => "Each skill is a plant on your trellis. It grows as you practice.",
        Msg::Assigned => "Your paths",
        Msg::Start => "Start",
        Msg::Continue => "Continue",
        Msg::KeepItFresh => "Practice again",
        Msg::NothingAssignedTitle => "Nothing to practice yet",
        Msg::NothingAssignedWhat => {
            "When your teacher gives you a path, it appears here by itself."
        }
        Msg::AllSkills => "All your skills",
        Msg::Loading => "Loading…",
        Msg::NoPlanOffline => "Your paths could not be loaded",
        Msg::NoPlanOfflineWhat => "As soon as there is a connection, this page goes on by itself.",
        Msg::PracticeTitle => "Practice",
        Msg::BackHome => "Your trellis",
        Msg::BecauseTeachersPick => "Your teacher picked this skill for you.",
        Msg::BecauseTryEasier => {
            "Because this skill has been hard, here is an easier question. Your teacher can see it and will help."
        }
        Msg::Question => "Question",
        Msg::YourAnswer => "Your answer",
        Msg::ReadAs => "We read it as",
        Msg::ChooseOne => "Choose one answer",
        Msg::ChooseAll => "Choose every answer that is right",
        Msg::Check => "Check",
        Msg::TryAgain => "Try again",
        Msg::Next => "Next question",
        Msg::SkipOn => "Go on to the next question",
        Msg::Correct => "Correct!",
        Msg::NotYet => "Not yet",
        Msg::NotYetWhat => "Look at the question once more, or take a hint.",
        Msg::AlmostTitle => "Almost there",
        Msg::UnfinishedTitle => "Not finished yet",
        Msg::UnreadableTitle => "We could not read that",
        Msg::ShowSolution => "Show the worked solution",
        Msg::Solution => "Worked solution",
        Msg::NowMastered => "This skill is in bloom: mastered!",
        Msg::YourSkill => "Your skill",
        Msg::PadDelete => "Delete",
        Msg::PadSign(sign) => pad_sign(sign),
        Msg::Pad => "Number pad",
        Msg::OrderHow => "Put them in order with the arrows, or drag them.",
        Msg::MatchHow => "For each one, choose the letter that goes with it.",
        Msg::MatchOffers => "To choose from",
        Msg::MatchChoose => "Choose…",
        Msg::PlaceHere => "Mark here",
        Msg::StepLeft => "Left",
        Msg::StepRight => "Right",
        Msg::StepUp => "Up",
        Msg::StepDown => "Down",
        Msg::IntervalHow => "Mark both ends. Then say whether each end is part of it.",
        Msg::LeftEnd => "Left end",
        Msg::RightEnd => "Right end",
        Msg::EndClosed => "part of it",
        Msg::EndOpen => "not part of it",
        Msg::Endless => "goes on forever",
        Msg::NotPlaced => "not placed yet",
        Msg::AskRight => "Yes!",
        Msg::AskAgain => "Not yet. Look at the hint once more.",
        Msg::AskAnswer => "Small question",
        Msg::Passage => "Reading",
        Msg::MarkHow { of: 1 } => "Tap the place, or move with the arrow keys and press Space.",
        Msg::AllDoneTitle => "Everything here is in bloom",
        Msg::AllDoneWhat => {
            "You have mastered every skill on this path. When it is time to refresh one, it comes back by itself."
        }
        Msg::NothingHereTitle => "This path is not assigned to you",
        Msg::NothingHereWhat => {
            "Your teacher may have changed it. Your other paths are on your trellis."
        }
        Msg::NoContentTitle => "The questions are not on this device yet",
        Msg::NoContentWhat => "They are loaded as soon as there is a connection.",
        Msg::BrokenTitle => "This question could not be made",
        Msg::BrokenWhat => "That is our mistake, not yours. Please tell your teacher.",
        Msg::GetReady => "Getting your question ready…",
        Msg::OpenBridge => "Open the bridge",
        Msg::CloseBridge => "Close the bridge",
        Msg::BridgeLanguage => "Language",
        Msg::EnglishOnly => "English only",
        Msg::ChooseLanguage => "Choose a language",
        Msg::ChooseLanguageWhat => {
            "The bridge tells the idea in your language and keeps the school words in English."
        }
        Msg::LanguageNotSaved => "The language could not be changed.",
        Msg::BridgeLoading => "The bridge is on its way…",
        Msg::NoIdeaYet => "There is no text in this language for this skill yet.",
        Msg::Hello { name: Some(name) } => {
            return format!("Hello, {name}").into();
        }
        Msg::Hello { name: None } => {
            return "Welcome back".into();
        }
        Msg::WaitBefore { seconds } => {
            return format!("You can try again in about {}.", duration(seconds)).into();
        }
        Msg::OfflineWaiting { waiting } => {
            return format!(
            "No connection. Keep going: your answers are kept on this device ({waiting} waiting)"
        )
        .into();
        }
        Msg::RefusedAnswers { answers } => {
            return format!(
                "{} could not be saved at school. Please tell your teacher.",
                count(answers, "answer", "answers")
            )
            .into();
        }
        Msg::SignOutTitle { waiting } => {
            let answers = count(waiting, "answer is", "answers are");
            return format!("{answers} not saved at school yet").into();
        }
        Msg::FromTeacher { teacher, class } => {
            return format!("From {teacher} · {class}").into();
        }
        Msg::PathwayGrown { mastered, of } => {
            return format!("{mastered} of {} in bloom", count(of, "skill", "skills")).into();
        }
        Msg::YouCan { what } => {
            return format!("You can {what}.").into();
        }
        Msg::LearningTo { what } => {
            return format!("Learn to {what}.").into();
        }
        Msg::BecauseNextStep { what } => {
            return format!("Because it is the next step on your path: learn to {what}.").into();
        }
        Msg::BecauseFirstSteps { what } => {
            return format!("Because you have just begun: learn to {what}.").into();
        }
        Msg::BecauseJustBegun { what } => {
            return format!("Because a little more practice helps you {what}.").into();
        }
        Msg::BecauseGrowing { what } => {
            return format!("Because you are getting better: soon you can {what}.").into();
        }
        Msg::BecauseNearlyThere { what } => {
            return format!("Because you are nearly there: almost ready to {what}.").into();
        }
        Msg::BecauseMixItUp { what } => {
            return format!("Because a change helps you remember. This time: {what}.").into();
        }
        Msg::BecauseReview { what, days } => {
            return format!(
                "Because you practiced this {} ago. See if you can still {what}.",
                count(days as usize, "day", "days")
            )
            .into();
        }
        Msg::BecauseStepBack { what, later } => {
            return format!("Because to {later}, it helps to {what} first.").into();
        }
        Msg::HintButton { next, of } => {
            return format!("Hint {next} of {of}").into();
        }
        Msg::HintNumber { n } => {
            return format!("Hint {n}").into();
        }
        Msg::GrewTo { before, after } => {
            return format!("Your skill grew from {before}% to {after}%.").into();
        }
        Msg::StandsAt { percent } => {
            return format!("Your skill stands at {percent}%.").into();
        }
        Msg::GrewToFirst { percent } => {
            return format!("There is enough to see now: your skill stands at {percent}%.").into();
        }
        Msg::FirstEvidence { left } => {
            return format!(
                "{} more, and your trellis can show how this skill grows.",
                count(left as usize, "question", "questions")
            )
            .into();
        }
        Msg::NeedsEvidence { left } => {
            return format!(
                "{} to go before there is a number.",
                count(left as usize, "question", "questions")
            )
            .into();
        }
        Msg::MoveUp { what } => {
            return format!("Move up: {what}").into();
        }
        Msg::MoveDown { what } => {
            return format!("Move down: {what}").into();
        }
        Msg::MovedTo { what, place, of } => {
            return format!("{what}, moved to {place} of {of}").into();
        }
        Msg::MarkHow { of } => {
            return format!(
                "Mark {of} points: tap each place, or move with the arrow keys and press Space."
            )
            .into();
        }
        Msg::MarksFull { of } => {
            let points = count(of, "point is", "points are");
            return format!("{points} marked already. Take one away first.").into();
        }
        Msg::AtTick { at, marked } => {
            return format!("{at}{}", if marked { ", marked" } else { "" }).into();
        }
        Msg::LineFromTo { from, to } => {
            return format!("Number line from {from} to {to}").into();
        }
        Msg::GridFromTo {
            x: [x0, x1],
            y: [y0, y1],
        } => {
            return format!("Coordinate grid, x from {x0} to {x1}, y from {y0} to {y1}").into();
        }
        Msg::TableRow { n } => {
            return format!("row {n}").into();
        }
        Msg::AlmostWhy(why) => almost(why),
        Msg::UnreadableWhy(why) => unreadable(why),
    };
    fixed.into()
}

/// The names of keys whose faces are signs.
fn pad_sign(sign: &str) -> &'static str {
    match sign {
        "/" => "Fraction bar",
        " " => "Space, for a mixed number",
        "-" => "Minus",
        "." => "Decimal point",
        "%" => "Percent",
        "+" => "Plus",
        "*" => "Times",
        "^" => "To the power of",
        "(" => "Open bracket",
        ")" => "Close bracket",
        "=" => "Equals",
        "<" => "Less than",
        ">" => "Greater than",
        "\u{2264}" => "Less than or equal to",
        "\u{2265}" => "Greater than or equal to",
        _ => "",
    }
}

/// None of these counts as a mistake: the title has said that the answer is right so far.
fn almost(why: Almost) -> &'static str {
    match why {
        Almost::NotSimplest => {
            "Now write it in simplest form: divide the top and the bottom by the same number until you cannot go on. This does not count as a mistake."
        }
        Almost::NotMixed => {
            "Now write it as a mixed number, like 1 3/4. This does not count as a mistake."
        }
        Almost::NotDecimal => {
            "Now write it as a decimal, like 0.75. This does not count as a mistake."
        }
        Almost::NotPercent => "Now write it as a percent: how many out of 100?",
        Almost::NotRounded => "Now round it, as the line above the answer asks.",
        Almost::WrongUnit => {
            "Right number. Look at the unit again: the question asks for a different one."
        }
        Almost::MissingUnit => "Right number. Which unit?",
        Almost::NotExpanded => "Now multiply out the brackets and put like terms together.",
        Almost::NotFactored => "Now write it as a product: take out the greatest common factor.",
        Almost::NotSolved => "Now get the letter alone on one side.",
        Almost::AlreadySolved => "That is the solution. Now write the equation itself.",
        Almost::Spelling => "So close: check the spelling.",
    }
}

fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "Give your answer first.",
        Unreadable::NotANumber => "Write a number, like 12, 0.5, 3/4 or 1 3/4. It was not counted.",
        Unreadable::ZeroDenominator => {
            "A fraction cannot have 0 at the bottom. It was not counted."
        }
        Unreadable::TooLong => "That is too long for an answer. Write just the answer.",
        Unreadable::WrongKind => "This question takes another kind of answer. It was not counted.",
        Unreadable::Incomplete => "Something is still missing. It was not counted.",
        Unreadable::NotAlgebra => {
            "Something does not fit, or the end is missing. Look at the signs."
        }
        Unreadable::OpenBracket => "A bracket is missing its partner.",
        Unreadable::NoRelation => "Write the whole thing, with its sign: =, < or >.",
        Unreadable::OtherLetter => "Use the letter of the question.",
        Unreadable::TooComplicated => "That is more than we can read. Write it more simply.",
    }
}

pub(super) const NEEDS_A_HAND: &str = "Needs a hand";

pub(super) fn mastery_word(level: MasteryLevel) -> &'static str {
    match level {
        MasteryLevel::NotEnoughEvidence => "Not enough evidence yet",
        MasteryLevel::Starting => "Starting",
        MasteryLevel::Growing => "Growing",
        MasteryLevel::NearlyThere => "Nearly there",
        MasteryLevel::MasteredWithBridge => "Mastered with the bridge",
        MasteryLevel::Mastered => "Mastered",
        MasteryLevel::Stuck => "Stuck",
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn duration(seconds: u32) -> String {
    let minutes = seconds.div_ceil(60) as usize;
    if seconds < 60 {
        count(seconds as usize, "second", "seconds")
    } else {
        count(minutes, "minute", "minutes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_nouns_agree() {
        let waiting = |waiting| text(Msg::SignOutTitle { waiting });
        assert_eq!(waiting(1), "1 answer is not saved at school yet");
        assert_eq!(waiting(2), "2 answers are not saved at school yet");
        let wait = |seconds| text(Msg::WaitBefore { seconds });
        assert_eq!(wait(30), "You can try again in about 30 seconds.");
        assert_eq!(wait(61), "You can try again in about 2 minutes.");
    }
}
