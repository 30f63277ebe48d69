/** Names in their own script, each with the Latin letters that its bearer uses in an address. */
export interface NativeNames {
  readonly family: readonly string[]
  readonly given: readonly string[]
  /** What stands between the two, and which comes first. */
  readonly familyFirst: boolean
  readonly between: string
}

/** "田中 Tanaka" is one entry: the name, a space, its Latin letters. */
export const nativeNames: Readonly<Record<'ja' | 'ko' | 'ar', NativeNames>> = {
  ja: {
    familyFirst: true,
    between: ' ',
    family: [
      '小川 Ogawa', '森田 Morita', '青木 Aoki', '西村 Nishimura', '石井 Ishii', '長谷川 Hasegawa', '岡本 Okamoto',
      '藤原 Fujiwara', '三浦 Miura', '松尾 Matsuo', '野口 Noguchi', '菊地 Kikuchi', '桜井 Sakurai', '今井 Imai',
    ],
    given: [
      '葵 Aoi', '美咲 Misaki', '結衣 Yui', '陽菜 Hina', '千尋 Chihiro', '由紀 Yuki', '真央 Mao', '里奈 Rina',
      '大輔 Daisuke', '健太 Kenta', '翔 Sho', '直樹 Naoki', '拓也 Takuya', '亮 Ryo', '悠斗 Yuto', '海斗 Kaito',
    ],
  },
  ko: {
    familyFirst: true,
    between: '',
    family: ['김 Kim', '이 Lee', '박 Park', '최 Choi', '정 Jung', '강 Kang', '조 Cho', '윤 Yoon', '장 Jang', '임 Lim', '한 Han', '오 Oh'],
    given: [
      '서연 Seoyeon', '지우 Jiwoo', '하은 Haeun', '민서 Minseo', '수아 Sua', '예린 Yerin', '다은 Daeun', '유나 Yuna',
      '도윤 Doyoon', '서준 Seojun', '현우 Hyunwoo', '준호 Junho', '시우 Siwoo', '민재 Minjae', '태현 Taehyun', '성민 Sungmin',
    ],
  },
  ar: {
    familyFirst: false,
    between: ' ',
    family: [
      'الحداد Haddad', 'المصري Masri', 'النجار Najjar', 'الخطيب Khatib', 'عوض Awad', 'الشامي Shami', 'درويش Darwish',
      'الصباغ Sabbagh', 'حمدان Hamdan', 'الزين Zein', 'منصور Mansour', 'البستاني Bustani',
    ],
    given: [
      'ليلى Layla', 'مريم Maryam', 'نور Nour', 'سلمى Salma', 'هدى Huda', 'ياسمين Yasmin', 'رنا Rana', 'فرح Farah',
      'عمر Omar', 'كريم Karim', 'يوسف Youssef', 'طارق Tarek', 'سامي Sami', 'زياد Ziad', 'حسن Hassan', 'آدم Adam',
    ],
  },
}
