export { jointInterestsContract } from './joint-interests.contract.ts'
export {
  bandOfMajority,
  JOINT_SIZE,
  type Joined,
  lendsOnlyItsName,
  type Missing,
  missingIn,
  NAME_ONLY_LETTERS,
  PART_WORDS,
} from './joint-interests.rules.ts'
export {
  JOINT_STATES,
  type JointInterest,
  type JointMember,
  type JointState,
  MEMBER_STATES,
  type MemberState,
  type PossiblePartner,
  part,
  startJoint,
  terms,
} from './joint-interests.schemas.ts'
