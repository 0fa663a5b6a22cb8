import { planProblemWords } from './plan-problem-words.ts'
import type { ProblemCode } from './problem.ts'

/** What is wrong, and what to do about it. `{name}` is filled from the Problem's params; `{request}` is the request's number. */
export type Words = { readonly title: string; readonly detail: string }

export const problemWords: Readonly<Record<ProblemCode | 'internal', { readonly zh: Words; readonly en: Words }>> = {
  internal: {
    zh: {
      title: '系统出错了',
      detail: '这不是您的问题，已经记录下来。请稍后再试；仍不行时，把编号 {request} 告诉管理员。',
    },
    en: {
      title: 'Something broke',
      detail:
        'This is not your fault and has been recorded. Try again later, or give your administrator the number {request}.',
    },
  },
  'not-signed-in': {
    zh: { title: '请先登录', detail: '您还没有登录，或者登录已经失效。请重新登录后再操作。' },
    en: { title: 'Sign in first', detail: 'You are not signed in, or your session has ended. Sign in and try again.' },
  },
  'sign-in-refused': {
    zh: { title: '登录没有成功', detail: '账号、密码或验证码不对。请检查后再试；忘记密码请找本单位管理员重置。' },
    en: {
      title: 'Sign-in refused',
      detail:
        'The account, password or code is wrong. Check them and try again, or ask your administrator for a new password.',
    },
  },
  'account-locked': {
    zh: { title: '账号暂时锁定', detail: '连续输错密码次数过多。请 {minutes} 分钟后再试，或请管理员重置密码。' },
    en: {
      title: 'Account locked for a while',
      detail:
        'Too many wrong passwords in a row. Try again in {minutes} minutes, or ask your administrator for a new password.',
    },
  },
  'second-factor-required': {
    zh: { title: '还需要动态验证码', detail: '请打开手机上的验证器应用，输入六位动态验证码，或使用备用码。' },
    en: {
      title: 'A code is needed too',
      detail: 'Enter the six digits from your authenticator app, or a backup code.',
    },
  },
  'password-too-weak': {
    zh: {
      title: '密码不够安全',
      detail: '请换一个密码：至少 10 个字符，不含账号名，也不是常见密码。用几个不相干的词连起来最好记。',
    },
    en: {
      title: 'The password is too weak',
      detail:
        'Choose another: at least 10 characters, without the account name, and not a common one. A few unrelated words are easiest to remember.',
    },
  },
  'password-due': {
    zh: { title: '请先改密码', detail: '现在的密码是别人给的，可能还有人知道。请打开首页，换成自己的密码，再接着用。' },
    en: {
      title: 'Change your password first',
      detail:
        'The one you have was made by somebody else, who may still know it. Open the first page, change it, and go on.',
    },
  },
  'not-allowed': {
    zh: { title: '您不能做这件事', detail: '您现在的职务没有这项权限，或者这件事应由别人来做。需要时请联系管理员。' },
    en: {
      title: 'You may not do this',
      detail:
        'Your roles do not give this right, or somebody else has to do it. Ask your administrator if you need it.',
    },
  },
  'scope-of-key': {
    zh: { title: '密钥没有这项范围', detail: '这个接口密钥的范围不包括该操作。请换用范围合适的密钥，或登录后操作。' },
    en: {
      title: 'Outside the scope of the key',
      detail: 'This API key does not cover the operation. Use a key that does, or sign in.',
    },
  },
  'not-found': {
    zh: { title: '没有找到', detail: '{noun}不存在，或者不在您能看到的范围内。请返回列表重新选择。' },
    en: {
      title: 'Not found',
      detail: 'There is no such thing within your reach ({noun}). Go back to the list and choose again.',
    },
  },
  'input-invalid': {
    zh: { title: '填写的内容有误', detail: '请按提示改正标出的内容后再提交。' },
    en: { title: 'Some of the input is wrong', detail: 'Correct the fields that are marked and send it again.' },
  },
  'version-stale': {
    zh: { title: '别人刚刚改过', detail: '您看到的内容已经不是最新的。请刷新后再改，以免覆盖别人的修改。' },
    en: {
      title: 'Somebody changed it meanwhile',
      detail: 'What you see is no longer the newest. Reload it and change it again, so that nothing is overwritten.',
    },
  },
  'already-exists': {
    zh: { title: '已经有了', detail: '同样的名称或账号已经存在。请换一个，或者使用已有的那一个。' },
    en: {
      title: 'It exists already',
      detail: 'The same name or account is taken. Choose another, or use the one that is there.',
    },
  },
  'still-in-use': {
    zh: { title: '还在使用中', detail: '还有内容依赖它，现在不能停用或删除。请先把相关的工作办结或转走。' },
    en: {
      title: 'Still in use',
      detail: 'Other things depend on it, so it cannot be closed or removed now. Finish or move them first.',
    },
  },
  'too-many-requests': {
    zh: { title: '操作太频繁', detail: '请等 {seconds} 秒再试。' },
    en: { title: 'Too many requests', detail: 'Wait {seconds} seconds and try again.' },
  },
  'too-large': {
    zh: { title: '内容太大', detail: '超过了 {limit} 的上限。请压缩或拆分后再传。' },
    en: { title: 'Too large', detail: 'It is over the limit of {limit}. Make it smaller or send it in parts.' },
  },
  'file-unreadable': {
    zh: {
      title: '文件读不出来',
      detail: '文件可能已损坏、有密码，或者不是支持的格式。请另存后再传，或者直接粘贴文字。',
    },
    en: {
      title: 'The file cannot be read',
      detail:
        'It may be damaged, locked with a password, or of another format. Save it anew and send it again, or paste the text.',
    },
  },
  'file-empty': {
    zh: { title: '文件里没有内容', detail: '没有读到文字。如果是扫描件，请先转成可以选中文字的文件。' },
    en: {
      title: 'The file is empty',
      detail: 'No text was found. If it is a scan, turn it into a file whose text can be selected first.',
    },
  },
  'upload-out-of-step': {
    zh: { title: '上传接不上', detail: '请从第 {received} 字节处继续上传。' },
    en: { title: 'The upload is out of step', detail: 'Go on from byte {received}.' },
  },
  'upload-damaged': {
    zh: { title: '文件没有传完整', detail: '收到的内容与原文件不一致。请重新上传这个文件。' },
    en: {
      title: 'The upload is damaged',
      detail: 'What arrived differs from the file that was announced. Send the file again.',
    },
  },
  ...planProblemWords,
  'state-forbids': {
    zh: { title: '现在不能这样做', detail: '它现在的状态不允许这一步。请刷新查看最新情况。' },
    en: {
      title: 'Not at this stage',
      detail: 'Its present state does not allow this step. Reload to see how it stands.',
    },
  },
  'own-submission': {
    zh: { title: '不能审核自己的', detail: '提交的人不能自己确认或决定。请由另一位同事来办。' },
    en: { title: 'Not one’s own', detail: 'Who handed it in does not decide on it. Let a colleague do it.' },
  },
  'own-rectification': {
    zh: {
      title: '整改的人不能复查、销号、并案',
      detail: '这个问题是您参与整改的。为了让结果站得住，请由没有参与整改的同事来复查、销号或并案。',
    },
    en: {
      title: 'Not by who mended it',
      detail:
        'You took part in mending this. So that the result can be relied on, let a colleague who did not look again, close it or merge it.',
    },
  },
  'mended-not-dismissed': {
    zh: {
      title: '整改过的不能再作不予立案',
      detail: '已经有人提交过整改，说明问题当时是立了案的。请让单位再提交一次，由没有参与整改的人复查、销号。',
    },
    en: {
      title: 'What was mended is not dismissed',
      detail:
        'A rectification was submitted, so there was something to mend. Let the unit submit again, and somebody who did not mend it look and close it.',
    },
  },
  'assigned-already': {
    zh: {
      title: '已经派给这个单位了',
      detail: '它正在这个单位手里，期限照原来的算。要提前期限，请发整改通知书；要延后，请由单位申请延期。',
    },
    en: {
      title: 'The unit has it already',
      detail:
        'It lies with this unit, and its time runs on. To bring the day forward, issue a notice; for more time, the unit asks for it.',
    },
  },
  'deadline-only-earlier': {
    zh: {
      title: '期限只能提前，不能这样推后',
      detail: '现在的期限是{day}。这里可以写这一天或更早；确实需要更多时间的，请由承办单位申请延期，由另一位同事批复。',
    },
    en: {
      title: 'The day may only come earlier',
      detail:
        'It is due on {day}. Name that day or an earlier one; where more time is needed, the unit asks for it and another colleague decides.',
    },
  },
  'recheck-of-another': {
    zh: {
      title: '复查的不是现在这次整改',
      detail: '单位后来又提交了整改，这次复查看的是之前的情况，不能算数。请打开最新的整改，再去看一次。',
    },
    en: {
      title: 'A recheck of an earlier rectification',
      detail:
        'The unit has submitted again since; what was looked at is how it was before. Open the latest rectification and look once more.',
    },
  },
  'submitted-before-return': {
    zh: {
      title: '这次整改在退回之前就提交了',
      detail: '复查已经看过并退回。如果退回以后又整改过，请再提交一次；没有的话，不用管它。',
    },
    en: {
      title: 'Submitted before it was sent back',
      detail:
        'A recheck has looked since and sent it back. If more was mended after that, submit again; if not, there is nothing to do.',
    },
  },
  'evidence-required': {
    zh: { title: '需要佐证', detail: '请至少附上一份照片、文件或文字说明，再提交。' },
    en: { title: 'Evidence is needed', detail: 'Add at least one photo, file or text, then submit.' },
  },
  'evidence-relied-on': {
    zh: {
      title: '已经凭它办结，不能自己撤下',
      detail: '别人已经根据这份佐证确认、销号，或检查已经结束。确实传错了，请主管单位撤下。',
    },
    en: {
      title: 'It was decided by, and is not yours to take back',
      detail:
        'Somebody has confirmed or closed by it, or the visit is over. If it was filed wrongly, ask the office above.',
    },
  },
  'reason-required': {
    zh: { title: '请写明原因', detail: '请用一句话说明原因，对方才知道怎么办。' },
    en: { title: 'Give a reason', detail: 'Say in a sentence why, so that the other side knows what to do.' },
  },
  'extension-not-later': {
    zh: { title: '延期日期不对', detail: '新的期限要晚于现在的期限，也要晚于今天。' },
    en: { title: 'Not a later day', detail: 'The new day must be after the present one and after today.' },
  },
  'extension-already-asked': {
    zh: { title: '已经申请过延期', detail: '上一次申请还没有答复，请等答复后再申请。' },
    en: {
      title: 'More time was asked for already',
      detail: 'The last request waits for its answer. Ask again after that.',
    },
  },
  'occurrence-not-open': {
    zh: { title: '不在办理时间内', detail: '这一次还没有开始，或者已经过期。过期的会如实记为未完成。' },
    en: {
      title: 'Not open',
      detail: 'It has not begun yet, or its time is over. What was missed is recorded as missed.',
    },
  },
  'round-without-points': {
    zh: { title: '没有可抽的点位', detail: '按现在的类型、范围和数量，一个点位也抽不到。请调整后再封存名单。' },
    en: {
      title: 'There is no point to draw',
      detail: 'With these types, units and numbers nothing can be drawn. Change them, then bind the lists.',
    },
  },
  'round-without-inspectors': {
    zh: { title: '还没有检查人员', detail: '请先选定参加抽签的检查人员，再封存名单。' },
    en: {
      title: 'Nobody can be drawn',
      detail: 'Choose the people among whom inspectors are drawn, then bind the lists.',
    },
  },
  'round-without-standard': {
    zh: {
      title: '还没有测评标准',
      detail: '“{types}”还没有已发布的测评标准，检查时没有依据。请先发布标准，或者去掉这一类点位。',
    },
    en: {
      title: 'There is no standard yet',
      detail:
        'For “{types}” no standard is published, so there is nothing to hold a point to. Publish one, or leave the type out.',
    },
  },
  'round-inspector-outside': {
    zh: {
      title: '互检人员要来自被检单位',
      detail: '{names}不在这次互检的单位里。请换成被检单位的人员，或者改用其他检查方式。',
    },
    en: {
      title: 'In a mutual round the inspected inspect each other',
      detail: '{names} belong to none of the units inspected. Choose people of theirs, or another kind of round.',
    },
  },
  'import-has-errors': {
    zh: { title: '表格里还有错误', detail: '有 {count} 处错误，没有导入任何内容。请按提示改正表格后重新上传。' },
    en: {
      title: 'The spreadsheet has errors',
      detail: 'There are {count} errors and nothing was taken. Correct the spreadsheet and send it again.',
    },
  },
  'import-gone': {
    zh: { title: '这次导入已经失效', detail: '它已经导入过，或者预览之后单位和人员有了变化。请重新上传表格。' },
    en: {
      title: 'This import is gone',
      detail: 'It was taken already, or units and people changed since the preview. Send the spreadsheet again.',
    },
  },
  'unit-would-cycle': {
    zh: { title: '不能放到自己下面', detail: '上级单位不能是它自己，也不能是它的下级。请另选一个上级单位。' },
    en: {
      title: 'A unit cannot be under itself',
      detail: 'Its parent can be neither itself nor anything below it. Choose another.',
    },
  },
  'last-administrator': {
    zh: { title: '不能没有管理员', detail: '这是最后一位管理员。请先指定另一位管理员，再做这一步。' },
    en: {
      title: 'There must be an administrator',
      detail: 'This is the last one. Make somebody else an administrator first.',
    },
  },
  'already-set-up': {
    zh: { title: '已经设置过了', detail: '首次设置只能做一次。请直接登录。' },
    en: { title: 'Already set up', detail: 'The first set-up is done only once. Sign in instead.' },
  },
  'channel-unreachable': {
    zh: { title: '消息没有送出去', detail: '对方地址没有接受消息：{reason}。请检查地址和加签密钥。' },
    en: {
      title: 'The message could not be delivered',
      detail: 'The address did not accept it: {reason}. Check the address and the secret.',
    },
  },
  'standard-empty': {
    zh: { title: '还没有检查项', detail: '草稿里一条检查项也没有，发布后没有东西可查。请先添加检查项。' },
    en: {
      title: 'There is no criterion yet',
      detail: 'The draft is empty, and there would be nothing to look at. Add criteria first.',
    },
  },
  'standard-type-fixed': {
    zh: {
      title: '点位类型不能再改',
      detail: '这份标准已经按“{pointType}”发布过，以前的检查都以它为准。需要别的类型，请新建一份标准。',
    },
    en: {
      title: 'The type of point is fixed',
      detail:
        'This standard has been published for “{pointType}”, and visits were held to it. Begin another standard for another type.',
    },
  },
  'standard-in-use': {
    zh: {
      title: '已有一份在用的标准',
      detail: '同一单位的“{pointType}”已经在用“{title}”。同一类点位只能有一份标准，请修改那一份，或先停用它。',
    },
    en: {
      title: 'Another standard is in use',
      detail:
        'The unit already holds “{pointType}” to “{title}”. There can be only one: change that one, or archive it first.',
    },
  },
  'not-drawn': {
    zh: {
      title: '这个点位没有抽到您',
      detail: '这次检查由抽签决定谁去哪里，名单里没有您和这个点位。请核对；确实去看了，请联系组织检查的办公室。',
    },
    en: {
      title: 'You were not drawn for this point',
      detail:
        'Lots decide who goes where in this round, and you were not drawn for this point. If you did go, ask the office that runs the round.',
    },
  },
  'point-not-own': {
    zh: {
      title: '这个点位不归您巡查',
      detail: '没有检查任务时，只能记录本单位的点位。要去别处检查，请由办公室安排到一次检查里。',
    },
    en: {
      title: 'This point is not yours to patrol',
      detail:
        'Outside a round, only the points of one’s own unit are recorded. To inspect elsewhere, ask the office for a round.',
    },
  },
  'finding-misnamed': {
    zh: {
      title: '这条发现的编号已经用在别的内容上',
      detail: '同一编号下已有另一条记录，直接记入会丢掉其中一条，所以原样留着，等人处理。请在手机上把这条重新记一遍。',
    },
    en: {
      title: 'The finding bears an id that is taken',
      detail:
        'Something else is on record under its id, and taking it would lose one of the two. It is kept as it came until somebody settles it. Record it on the phone once more.',
    },
  },
  'visit-misnamed': {
    zh: {
      title: '考察记录的编号对不上',
      detail: '编号与检查、点位和检查人不符，记下来会混进别人的记录。请更新手机上的页面后重记。',
    },
    en: {
      title: 'The visit bears another visit’s id',
      detail:
        'Its id does not belong to this round, point and person, and would mix two records. Bring the page on the phone up to date and record it again.',
    },
  },
  'standard-unfit': {
    zh: {
      title: '用的不是这个点位的标准',
      detail: '“{point}”这次不按这份标准检查，或者其中没有记录里的检查项。请更新手机上的页面后重记。',
    },
    en: {
      title: 'Another standard holds at this point',
      detail:
        '“{point}” is not held to this standard here, or the standard lacks a criterion that was recorded. Bring the page on the phone up to date and record it again.',
    },
  },
  'clock-not-believed': {
    zh: {
      title: '手机时间差得太远',
      detail: '记录上的时间在一年以后，会盖过以后的所有更正。请把手机时间调准，由办公室核对后再处理。',
    },
    en: {
      title: 'The phone’s clock is too far off',
      detail:
        'The record is dated more than a year ahead and would override every later correction. Set the phone’s clock; the office will look at the record.',
    },
  },
}
