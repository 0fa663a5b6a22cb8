import type { DiagnosticCode } from './codes.ts'
import type { Rule } from './rule.ts'
import { everyAttachmentIsThere } from './rules/attachment-missing.ts'
import { everyBodyHasALeader } from './rules/body-without-leader.ts'
import { nobodyReportsDaily } from './rules/burden-cadence.ts'
import { nobodyIsRanked } from './rules/burden-people-ranking.ts'
import { noPhotoIsProofOfWork } from './rules/burden-photo-trace.ts'
import { nobodySignsIn } from './rules/burden-sign-in.ts'
import { figuresAndWordsAgree } from './rules/capital-amount-mismatch.ts'
import { theSameWorkHasOneRhythm } from './rules/conflicting-cadence.ts'
import { oneThingHasOneMark } from './rules/conflicting-targets.ts'
import { asManyAreListedAsArePromised } from './rules/count-mismatch.ts'
import { everyDateIsWhole } from './rules/date-garbled.ts'
import { everyDateIsWithinItsTime } from './rules/date-outside-plan.ts'
import { nothingIsDueBeforeItBegins } from './rules/deadline-before-start.ts'
import { lengthFitsItsDates } from './rules/duration-mismatch.ts'
import { everyPassageIsThePlansOwn } from './rules/foreign-passage.ts'
import { everyHeadingIsWhole } from './rules/heading-cut.ts'
import { everyDateIsOnTheCalendar } from './rules/impossible-date.ts'
import { theSameWorkHasOneLead } from './rules/lead-conflicting.ts'
import { oneThingHasOneName } from './rules/name-varies.ts'
import { theBodyInChargeIsSetUp } from './rules/no-leading-body.ts'
import { noNumberIsLeftOut } from './rules/numbering-gap.ts'
import { noNumberStandsTwice } from './rules/numbering-repeat.ts'
import { itemsAreNumberedAlike } from './rules/numbering-style.ts'
import { everyOfficeHasAHead } from './rules/office-without-head.ts'
import { everyWorkingGroupIsSetUp } from './rules/party-unknown.ts'
import { noDayIsLeftOut } from './rules/phase-gap.ts'
import { timeRunsForward } from './rules/phases-out-of-order.ts'
import { eachDayBelongsToOnePhase } from './rules/phases-overlap.ts'
import { everyPhoneCanBeDialled } from './rules/phone-garbled.ts'
import { nothingWasLeftBlank } from './rules/placeholder-left.ts'
import { everySectionSaysSomething } from './rules/section-empty.ts'
import { noShareIsMoreThanTheWhole } from './rules/share-above-whole.ts'
import { sharesMakeUpTheWhole } from './rules/shares-mismatch.ts'
import { everyStepIsDescribed } from './rules/step-missing.ts'
import { totalsAreTheSumOfTheirItems } from './rules/sum-mismatch.ts'
import { everyRateHasAMark } from './rules/target-unmeasurable.ts'
import { everyItemOfATimedListHasADeadline } from './rules/task-without-deadline.ts'
import { everyItemOfAnAssignedListHasAnOwner } from './rules/task-without-owner.ts'
import { noCharacterWasLost } from './rules/text-damaged.ts'
import { whoeverIsResponsibleHasAName } from './rules/vague-party.ts'
import { everyDateFallsOnItsWeekday } from './rules/weekday-mismatch.ts'
import { theYearCanBeTold } from './rules/year-missing.ts'

/** The rule behind each code. */
export const ruleOf: { readonly [C in DiagnosticCode]: Rule } = {
  'phases-overlap': eachDayBelongsToOnePhase,
  'phases-out-of-order': timeRunsForward,
  'phase-gap': noDayIsLeftOut,
  'duration-mismatch': lengthFitsItsDates,
  'date-outside-plan': everyDateIsWithinItsTime,
  'impossible-date': everyDateIsOnTheCalendar,
  'date-garbled': everyDateIsWhole,
  'year-missing': theYearCanBeTold,
  'deadline-before-start': nothingIsDueBeforeItBegins,
  'sum-mismatch': totalsAreTheSumOfTheirItems,
  'capital-amount-mismatch': figuresAndWordsAgree,
  'count-mismatch': asManyAreListedAsArePromised,
  'conflicting-targets': oneThingHasOneMark,
  'conflicting-cadence': theSameWorkHasOneRhythm,
  'name-varies': oneThingHasOneName,
  'foreign-passage': everyPassageIsThePlansOwn,
  'numbering-gap': noNumberIsLeftOut,
  'numbering-repeat': noNumberStandsTwice,
  'numbering-style': itemsAreNumberedAlike,
  'section-empty': everySectionSaysSomething,
  'placeholder-left': nothingWasLeftBlank,
  'heading-cut': everyHeadingIsWhole,
  'no-leading-body': theBodyInChargeIsSetUp,
  'body-without-leader': everyBodyHasALeader,
  'office-without-head': everyOfficeHasAHead,
  'party-unknown': everyWorkingGroupIsSetUp,
  'task-without-owner': everyItemOfAnAssignedListHasAnOwner,
  'task-without-deadline': everyItemOfATimedListHasADeadline,
  'vague-party': whoeverIsResponsibleHasAName,
  'target-unmeasurable': everyRateHasAMark,
  'step-missing': everyStepIsDescribed,
  'burden-cadence': nobodyReportsDaily,
  'burden-sign-in': nobodySignsIn,
  'burden-people-ranking': nobodyIsRanked,
  'burden-photo-trace': noPhotoIsProofOfWork,
  'weekday-mismatch': everyDateFallsOnItsWeekday,
  'share-above-whole': noShareIsMoreThanTheWhole,
  'shares-mismatch': sharesMakeUpTheWhole,
  'attachment-missing': everyAttachmentIsThere,
  'phone-garbled': everyPhoneCanBeDialled,
  'lead-conflicting': theSameWorkHasOneLead,
  'text-damaged': noCharacterWasLost,
}

export const rules: readonly Rule[] = Object.values(ruleOf)
