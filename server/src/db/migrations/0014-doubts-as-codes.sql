-- Why a reading is not sure is kept as a code with its parameters, so that every reader is told in their own language.
alter table plan_items add column doubt_params jsonb not null default '{}';

-- Until now the Chinese words were kept. A code that names a party takes the name back from what was read.
update plan_items i set
  doubt = said.code,
  doubt_params = case when said.code in ('party-by-company', 'party-is-a-level', 'party-above') then jsonb_build_object('name', coalesce((
    select name from jsonb_array_elements_text(coalesce(i.original -> 'lead', '[]') || coalesce(i.original -> 'responsible', '[]')) name
    order by case said.code
      when 'party-is-a-level' then name !~ '^(我|本|全)?(县|区|市|镇|乡|街道|学校|公司|园区)$'
      when 'party-above' then name !~ '^(全国|中央|国家|国务院|上级)'
      else false end
    limit 1), '…')) else '{}' end
  from (values
    ('text-damaged', '这里的原文有缺字或乱码，读出来的内容可能不全。'),
    ('party-by-company', '这个名称看不出是单位还是岗位，是按同列的其他单位推断为责任方的。'),
    ('party-is-a-level', '只写了“镇”“街道”这样的层级，没有写明由哪个部门负责。'),
    ('party-above', '写的是上级机关要做的事，不一定是本方案交办的任务。'),
    ('only-helpers', '只读出了配合或参与的一方，没有读出由谁负责。'),
    ('only-a-call', '读起来是号召或提要求，没有具体要做的事。'),
    ('in-background', '这句话在讲指导思想、目标或背景，不一定是要交办的任务。'),
    ('several-limits', '这段话里有几个时限，取了最后一个。'),
    ('limit-from-far', '时限是从上几级标题那里继承来的。'),
    ('fragment', '只有半句话，看不出要做什么。'),
    ('period-rounded', '原文的周期（如三天一次、每两年一次）没有对应的选项，记成了最接近的周期。'),
    ('in-conditions', '这句话写在标准或条件里，可能是要达到的状态，不是要安排的工作。'),
    ('number-masked', '数值在原文里被遮住了，需要填上。'),
    ('only-a-number', '只写了数量，没有“不少于”“达到”这样的说法，不一定是考核要求。'),
    ('no-subject', '没有读出这个数字说的是什么。'),
    ('of-scoring', '这个数字写在打分或奖惩的规定里，不一定是工作指标。'),
    ('window-unread', '写了时间，但没有读懂起止日期。'),
    ('window-reversed', '读出的结束日期早于开始日期。'),
    ('name-cut', '名称是从一整句话里截取的，可能不准。'),
    ('name-left-out', '原文只列了组长等人员，没有写机构名称，名称是补的。'),
    ('only-mentioned', '方案只是让它做事，没有写明由方案成立。'),
    ('by-the-look', '没有标题说明是标准，是根据写法判断为检查清单的。'),
    ('actor-unknown', '没有读出这一步由谁来办。'),
    ('item-unclear', '读出了金额，但没有读清是哪一项。'),
    ('both-ways', '这句话里既有奖励又有处罚，按最后一处判断。'),
    ('deed-unknown', '没有写明对什么情形给予奖励或处罚。')
  ) said (code, words)
  where i.doubt = said.words;
