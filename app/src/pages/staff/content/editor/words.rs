//! What the fields are for, in a sentence, with an example.

/// Help under a field, and an example of it.
pub struct Words {
    pub help: &'static str,
    pub example: &'static str,
}

const fn words(help: &'static str, example: &'static str) -> Words {
    Words { help, example }
}

pub const NAME: Words = words(
    "A short name for teachers. Students never see it.",
    "Ribbon lengths",
);
pub const STEM: Words = words(
    "What the student reads. {name} puts a variable in, $...$ sets mathematics, **word** makes a word bold, \\$ is a dollar sign.",
    "{who} has ${a}/{b}$ yard of ribbon. How many feet is that?",
);
pub const NUMBER: Words = words(
    "How the right number is computed from the variables. Exact: 0.1 + 0.2 is 0.3.",
    "a/b + c/d",
);
pub const ALGEBRA: Words = words(
    "Written as a student would, with {values} put in. Every equal form is right.",
    "{a}x + {b}",
);
pub const FORM: &str =
    "Students are told this before they answer. A right value in another form is \"almost\".";
pub const UNIT: Words = words("Printed after the answer box.", "yards");
pub const ACCEPT: Words = words(
    "Every answer that is right, the one to show first. Capitals and spaces do not matter.",
    "commutative property",
);
pub const CHOICES: &str = "They are shuffled for each student. Every wrong one says what the thought behind it overlooks.";
pub const ITEMS: &str = "3 to 8 parts, in their right order here. Students get them shuffled.";
pub const PAIRS: &str = "2 to 8 pairs. The right sides are shuffled.";
pub const DISTRACTORS: &str =
    "Right sides that belong to nothing, so that the last pair is no gift.";
pub const LINE: &str = "Marks snap to the ticks. Values may be computed from variables.";
pub const LINE_POINTS: Words = words("Where the student should mark.", "a/4");
pub const OPEN: Words = words(
    "Empty when the end itself belongs, yes when it does not, or a condition.",
    "yes",
);
pub const PLOT_POINTS: &str =
    "The points that the student should mark, across and up, in any order.";
pub const TABLE: Words = words(
    "A row a line, cells parted by |. A cell that begins with = is a gap, and what follows is what belongs there.",
    "3 | =3*a",
);
pub const HEADER: Words = words("Column heads parted by |; may stay empty.", "Hours | Miles");
pub const FEEDBACK: Words = words(
    "What a student is told after any wrong answer. Speak to the thought, never just \"wrong\".",
    "Start with the smallest: compare the denominators first.",
);
pub const VARS: &str = "What differs from student to student. Use them as {name} in texts and as name in computations; a later one may use those before it.";
pub const CONDITIONS: Words = words(
    "Draws that break one are thrown away. Keep them easy to meet.",
    "a < b",
);
pub const HINTS: &str = "2 to 4, each with one idea more. Only the last may give the answer.";
pub const SOLUTION: Words = words(
    "A step a row, with this question's own numbers.",
    "Rewrite: ${a}/{b} = {a*2}/{b*2}$.",
);
pub const MISTAKES: &str = "The wrong answer that a common thought leads to, written as the answer is, and what to say to it.";
pub const MISTAKE: Words = words("", "(a + c)/(b + d)");
pub const TERMS: Words = words(
    "Academic words of this question that English learners may look up. Parted by commas.",
    "numerator, denominator",
);
pub const CONSTRUCT: Words = words(
    "Words that the question itself tests: never explained while it is open.",
    "denominator",
);
pub const PASSAGE: Words = words(
    "The reading passage that the question is about, if any.",
    "kelp-forest",
);
pub const SOURCE: Words = words("Who wrote it, or where it comes from.", "Ms. Okafor");
pub const LICENSE: Words = words("What others may do with it (SPDX).", "CC-BY-4.0");
pub const RANGE_STEP: &str = "1 when empty";
pub const ONE_A_LINE: &str = "One a line.";
pub const ROWS: Words = words(
    "The first line names the fields, parted by |; each other line is a row. Use them as name.field.",
    "thing | things | price",
);
