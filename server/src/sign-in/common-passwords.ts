/** Words that stand at the heart of the passwords most often seen, in English and in pinyin. */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwd pass passw passwort admin administrator root user guest test tester welcome letmein login master
   monkey dragon sunshine princess football baseball superman batman shadow michael jordan hunter iloveyou loveyou
   trustno whatever freedom starwars computer internet samsung google facebook secret default changeme qwerty qwertyuiop
   qwer asdf asdfgh asdfghjkl zxcvbnm qazwsx qazwsxedc abc abcd abcde abcdef abcdefg abcabc hello helloworld flower
   woaini woaiwojia woaizhongguo mima wodemima nihao zhongguo china beijing shanghai taobao alipay tencent qqqq wangyi
   guanliyuan zhengfu shequ jiedao wangge gongzuo xitong luoshi system manager office service server oracle mysql
   postgres windows huawei xiaomi lenovo dell cisco h3c inspur summer winter spring autumn january monday sunday
   密码 我的密码 管理员 我爱你 我爱中国`
    .split(/\s+/)
    .filter(word => word !== ''),
)

/** Fingers walking along: a password that is part of one of these, either way, is none. */
export const runs: readonly string[] = [
  '01234567890123456789012345678901234567890123456789',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()_+',
  'a1b2c3d4e5f6g7h8i9j0',
  '123abc123abc123abc123abc',
  'abc123abc123abc123abc123',
]
