import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'conversations.thread_not_found': {
    status: 404,
    title: 'We cannot find this conversation.',
    next: 'Look through what the group talks about.',
  },
  'conversations.thread_closed': {
    status: 409,
    title: 'This conversation is closed.',
    next: 'The moderation log says why. You can begin another one.',
  },
  'conversations.group_closed': {
    status: 409,
    title: 'This group has finished, so nothing new can be written.',
    next: 'You can still read everything.',
  },
  'conversations.message_not_found': {
    status: 404,
    title: 'This message is not there any more.',
    next: 'Read the conversation again.',
  },
  'conversations.not_yours': {
    status: 403,
    title: 'Only whoever wrote this can do that.',
    next: 'Is something wrong with it? Report it, and whoever looks after the group answers you.',
  },
  'conversations.too_late': {
    status: 409,
    title: 'The fifteen minutes for putting it better are over.',
    next: 'Write another message, or take this one back.',
  },
  'conversations.not_moderator': {
    status: 403,
    title: 'Only whoever runs the group, and the members it named, can do that.',
    next: 'Report the message instead, and they look at it.',
  },
  'conversations.own_message': {
    status: 403,
    title: 'Nobody decides about their own words, or about what they reported.',
    next: 'Ask whoever else looks after the group.',
  },
  'conversations.as_it_is': {
    status: 409,
    title: 'It is like that already, or somebody was quicker.',
    next: 'Load the page again to see how things stand.',
  },
  'conversations.two_moderators': {
    status: 409,
    title: 'The group has named two moderators, and that is the most.',
    next: 'End it for one of them first.',
  },
  'conversations.file_not_found': {
    status: 404,
    title: 'This file is not there any more.',
    next: 'Read the conversation again, or ask whoever sent it.',
  },
  'conversations.file_unreadable': {
    status: 422,
    title: 'This is not a picture or PDF we can read.',
    next: 'Send a JPEG, PNG or WebP picture, or a PDF. A screenshot always works. Nothing you wrote is lost.',
  },
  'conversations.file_heic': {
    status: 422,
    title: 'This picture is in Apple’s own format, HEIC, which others cannot open.',
    next: 'Share it as JPEG: on an iPhone under Settings, Camera, Formats, “Most compatible”. A screenshot of it works too.',
  },
  'conversations.file_too_big': {
    status: 413,
    title: 'This file is too big: 5 MB or 50 megapixels is the most.',
    next: 'Send a smaller one, for example a screenshot of it. Nothing you wrote is lost.',
  },
  'conversations.too_many_files': {
    status: 409,
    title: 'You have many files waiting already.',
    next: 'Send your message first, or take one of them away.',
  },
  'conversations.no_address': {
    status: 409,
    title: 'We have no email address or mobile number of yours to write to.',
    next: 'Ask whoever runs the group to add one.',
  },
  'conversations.reported_already': {
    status: 409,
    title: 'You have reported this message before.',
    next: 'You hear by the day we named.',
  },
  'conversations.report_not_found': {
    status: 404,
    title: 'This report is not there.',
    next: 'Read the list again.',
  },
  'conversations.not_lead': {
    status: 403,
    title: 'Only the safeguarding lead of the place reads these.',
    next: 'Worried about somebody? You can say so yourself under “Somebody may be at risk”.',
  },
  'conversations.concern_not_found': {
    status: 404,
    title: 'There is nothing here for you to read.',
    next: 'Read the list again.',
  },
  'conversations.lead_unfit': {
    status: 422,
    title: 'This person cannot be the safeguarding lead here.',
    next: 'Choose a broker or steward who neither runs groups nor works for the council.',
  },
})

/** What the house next door says, where a group is not there. */
export const refuseCodesign = refusals({
  'codesign.group_not_found': {
    status: 404,
    title: 'We cannot find this group.',
    next: 'Look through the groups to join, or ring the contact of your place.',
  },
  'codesign.member_not_found': {
    status: 404,
    title: 'This person is not in the group any more.',
    next: 'Read the list again.',
  },
})
