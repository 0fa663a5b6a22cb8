import type { Per } from '../plan.ts'
import type { MessageCatalogue } from './message-catalogue.ts'

const rhythm: Readonly<Record<Per, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  'half-year': 'half-yearly',
  season: 'for each festival',
  term: 'termly',
  year: 'yearly',
  continuous: 'round the clock',
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const burdenRules = 'the Provisions on Rectifying Formalism and Easing the Burden of the Grass Roots (2024)'
const appRules = 'the Measures for Government Mobile Applications (State Council Office Letter 〔2026〕 No. 12)'

export const en: MessageCatalogue = {
  'phases-overlap': ({ first, second, days }) => ({
    what: `"${first}" and "${second}" share ${days} day(s).`,
    why: 'With two phases at once nobody can say what is due on which day, or who accepts it.',
    fix: 'Let the later phase begin the day after the earlier one ends, or say that they run side by side.',
  }),
  'phases-out-of-order': ({ phase, start, other }) => ({
    what: /^\d\d-\d\d$/.test(other)
      ? `"${phase}" ends before it begins.`
      : `"${phase}" begins on ${start}, yet stands after ${other}.`,
    why: 'Time runs backwards, so the work is late the moment it is assigned.',
    fix: 'Correct the date, or put the phases in order.',
  }),
  'phase-gap': ({ first, second, days }) => ({
    what: `${days} day(s) lie between the end of "${first}" and the start of "${second}".`,
    why: 'Days that belong to no phase have no work and nobody in charge.',
    fix: 'Start the later phase earlier or end the earlier one later.',
  }),
  'duration-mismatch': ({ said, window, days }) => ({
    what: `It says "${said}", but "${window}" is ${days} days.`,
    why: 'Units will plan for different lengths and finish at different times.',
    fix: 'Correct the length to fit the dates, or the dates to fit the length.',
  }),
  'date-outside-plan': ({ date, window }) => ({
    what: `"${date}" lies outside the time set, "${window}".`,
    why: 'By then this work has not begun or is already over.',
    fix: 'Correct this date or widen the time set.',
  }),
  'impossible-date': ({ date, last }) => ({
    what: last > 0 ? `There is no "${date}": that month ends on day ${last}.` : `There is no such day as "${date}".`,
    why: 'A day that is not on the calendar cannot be a deadline.',
    fix: 'Put a day that exists.',
  }),
  'date-garbled': ({ written }) => ({
    what: `"${written}" is not a whole date: something has dropped out.`,
    why: 'The day cannot be told, so no deadline can be worked out.',
    fix: 'Put back the missing year, month or day.',
  }),
  'year-missing': ({ written }) => ({
    what: `"${written}" does not say which year.`,
    why: 'Without a year neither deadlines nor yearly targets can be worked out.',
    fix: 'Write the year, or say once which year the whole plan is in.',
  }),
  'deadline-before-start': ({ deadline, event, start }) => ({
    what: `The deadline "${deadline}" comes before "${event}" (${start}).`,
    why: 'The work is due before it has begun.',
    fix: 'Move the deadline back or the start forward.',
  }),
  'sum-mismatch': ({ said, sum, unit, items }) => ({
    what: `The total says ${said}${unit}, but the ${items} items add up to ${sum}${unit}.`,
    why: 'Nothing can be paid out or assessed on a total that does not fit its items.',
    fix: `Check the items; if they are right, the total is ${sum}${unit}.`,
  }),
  'capital-amount-mismatch': ({ figure, capital }) => ({
    what: `The figure "${figure}" and the amount in words "${capital}" differ.`,
    why: 'No payment can be made on an amount that is written in two ways.',
    fix: 'Check the amount and write both alike.',
  }),
  'count-mismatch': ({ said, counted }) => ({
    what: `It says "${said}", but ${counted} are listed.`,
    why: 'Nobody knows whether the one too many or too few is to be done.',
    fix: 'Add what is missing, remove what is too much, or correct the number.',
  }),
  'conflicting-targets': ({ subject, first, second }) => ({
    what: `"${subject}" has two targets: ${first} in one place, ${second} in another.`,
    why: 'With two marks for one thing nobody can say whether it was met.',
    fix: 'Keep one; if they are for different groups or dates, say so.',
  }),
  'conflicting-cadence': ({ work, first, second }) => ({
    what: `The same work, "${work}", is ${rhythm[first]} here and ${rhythm[second]} there.`,
    why: 'Those who do it do not know how often, and it cannot be assessed.',
    fix: 'Keep one rhythm; if different levels do it, say who does which.',
  }),
  'name-varies': ({ name, other }) => ({
    what: `"${other}" is called "${name}" elsewhere; they seem to be the same.`,
    why: 'Under two names, duties and assessments go to two places, or to none.',
    fix: 'Use one name; if they are two things, explain both.',
  }),
  'foreign-passage': ({ words, own }) => ({
    what: `"${words}" does not belong in this plan (${own}); it seems to come from another.`,
    why: "A borrowed passage brings in another body's duties and targets, which this one cannot carry out.",
    fix: 'Remove it, or rewrite it as your own.',
  }),
  'numbering-gap': ({ before, after, missing }) => ({
    what: `The numbering goes from "${before}" to "${after}"; "${missing}" is missing.`,
    why: 'An item may have been lost, and references will not match.',
    fix: 'Put the missing item back, or renumber.',
  }),
  'numbering-repeat': ({ marker }) => ({
    what: `The number "${marker}" is used twice.`,
    why: 'Assignments and references by number will point to two places.',
    fix: 'Move the second and those after it on by one.',
  }),
  'numbering-style': ({ marker, proper }) => ({
    what: `The number "${marker}" is not written properly, or not like its neighbours.`,
    why: 'Where number and text run together the structure is hard to see.',
    fix: `Write "${proper}".`,
  }),
  'section-empty': ({ heading }) => ({
    what: `"${heading}" has a heading and nothing under it.`,
    why: 'What is to be done here is not said.',
    fix: 'Write the content, or remove the heading.',
  }),
  'placeholder-left': ({ placeholder, count }) => ({
    what:
      count > 1
        ? `"${placeholder}" and ${count - 1} more were never filled in.`
        : `"${placeholder}" was never filled in.`,
    why: 'With the unit, the person or the number blank, the work goes to nobody.',
    fix: 'Fill it in.',
  }),
  'heading-cut': ({ heading }) => ({
    what: `The heading "${heading}" breaks off.`,
    why: 'With its second half lost nobody can tell what this part governs.',
    fix: 'Complete the heading.',
  }),
  'no-leading-body': ({ mention }) => ({
    what: `"${mention}" is given work, but the plan does not say who it is made of.`,
    why: 'Without somebody in charge nothing is decided and nothing is followed up.',
    fix: 'Name its leader, deputies, members and office, or cite the paper that set it up.',
  }),
  'body-without-leader': ({ name }) => ({
    what: `"${name}" has members but no leader.`,
    why: 'Work and problems cannot be brought to anybody.',
    fix: 'Say who leads it.',
  }),
  'office-without-head': ({ name }) => ({
    what: `"${name}" has neither a head nor a place.`,
    why: 'Nobody knows where daily business and papers go.',
    fix: 'Say which unit hosts it and who heads it.',
  }),
  'party-unknown': ({ party }) => ({
    what: `Work goes to "${party}", which the plan never sets up.`,
    why: 'Work given to a body that does not exist is given to nobody.',
    fix: 'Set it up in the plan, or give the work to a body that exists.',
  }),
  'task-without-owner': ({ task }) => ({
    what: `"${task}" names nobody responsible, though the rest of its list does.`,
    why: 'A task without an owner is neither done nor followed up.',
    fix: 'Say who is responsible.',
  }),
  'task-without-deadline': ({ task }) => ({
    what: `"${task}" has no deadline, though the rest of its list does.`,
    why: 'Without a deadline nobody can tell whether it is late.',
    fix: 'Say when it is due.',
  }),
  'vague-party': ({ party }) => ({
    what: `The responsible unit is "${party}", which names nobody.`,
    why: 'Units not named receive no task; what is for all is done by none.',
    fix: 'Name the units.',
  }),
  'target-unmeasurable': ({ target }) => ({
    what: `The target "${target}" has no number, and the plan has none for it anywhere.`,
    why: 'When the time comes nobody can say whether it was met.',
    fix: 'Say what it is now, what it is to be, and by which source.',
  }),
  'step-missing': ({ step }) => ({
    what: `The procedure announces "${step}" and never says how.`,
    why: 'With a step missing neither applicants nor reviewers can go on.',
    fix: 'Say who does it, when and on what terms, or strike it.',
  }),
  'burden-cadence': ({ words }) => ({
    what: `"${words}" asks for papers every day.`,
    why: `By ${burdenRules}, forms and papers are not asked for frequently, and each is handed in once: who reports daily has no time to work.`,
    fix: 'Ask when needed or monthly, or let the report be generated from the record.',
  }),
  'burden-sign-in': ({ words }) => ({
    what: `"${words}" asks people to sign or clock in.`,
    why: `Outside security and emergencies, sign-ins and counts of time online are not to be imposed: ${burdenRules}, and ${appRules}.`,
    fix: 'Strike it; go by whether the work is done.',
  }),
  'burden-people-ranking': ({ words }) => ({
    what: `"${words}" gives people points or ranks them.`,
    why: `Outside security and emergencies, points and rankings are not to be imposed: ${burdenRules}, and ${appRules}. What is assessed is a unit's outcome, not how often somebody did something.`,
    fix: 'Assess units by outcome, or strike it.',
  }),
  'burden-photo-trace': ({ words }) => ({
    what: `"${words}" takes photos or screenshots as proof of work.`,
    why: `A photo as a trace is no measure of work (${burdenRules}), and without need nobody is made to upload photos, videos or tracks (${appRules}).`,
    fix: 'Look at the result; keep photos for showing a problem.',
  }),
  'weekday-mismatch': ({ date, year, weekday }) => ({
    what: `"${date}" is wrong: in ${year} that day is a ${weekdays[weekday - 1]}.`,
    why: 'Those who go by the date and those who go by the weekday will come on different days.',
    fix: 'Check the date; if it is right, correct the weekday.',
  }),
  'share-above-whole': ({ words }) => ({
    what: `"${words}" is more than all of it.`,
    why: 'Such a rate is a part of a whole, 100 % at most; a wrong number cannot be assessed.',
    fix: 'Check the number; often a digit was added or a decimal point lost.',
  }),
  'shares-mismatch': ({ sum, items }) => ({
    what: `The ${items} shares here add up to ${sum} %, not 100 %.`,
    why: 'Nobody can say who bears what is missing or too much, and no score can be worked out.',
    fix: 'Check the shares so that they make 100 %.',
  }),
  'attachment-missing': ({ attachment }) => ({
    what: `The text refers to "${attachment}", which is not there.`,
    why: 'Units that are to fill it in or go by it have nothing to go by.',
    fix: 'Add the attachment or correct its number; if it is not needed, remove the reference.',
  }),
  'phone-garbled': ({ number, digits }) => ({
    what: `The telephone number "${number}" has ${digits} digits and cannot be dialled.`,
    why: 'Residents and units will not get through.',
    fix: 'Check it: 11 digits for a mobile; 7 or 8 for a landline, with or without its area code.',
  }),
  'lead-conflicting': ({ work, first, second }) => ({
    what: `"${work}" is led by "${first}" in one place and by "${second}" in another.`,
    why: 'Either may leave it to the other, or both may do it.',
    fix: 'Keep one lead and let the other support it; if they do different parts, say so.',
  }),
  'text-damaged': ({ mark, count }) => ({
    what:
      count > 1
        ? `The text is damaged in ${count} places here ("${mark}" and more).`
        : `The text is damaged here ("${mark}").`,
    why: 'Lost characters may change the meaning; nothing else was checked at this place.',
    fix: 'Restore it from the original; most often a change of encoding did this, so export it in another way.',
  }),
}
