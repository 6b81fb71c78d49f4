/// Sentences with their reading: the predicate in square brackets, arguments in braces; then polarity, modality ("question" for what
/// no claim may come from), tense and the source's head word, "-" for none, with "|" between.
enum FactualityRows {
  /// Rows that the table of verbs and the reader were made with.
  static let developed = """
    A judge exonerated {Karl Holm} of [murdering] Anna Berg. | negative | possible | past | -
    The jury cleared Anna Berg of having [attacked] Norway. | negative | possible | past | -
    Karl Holm is wanted for [attacking] Norway. | positive | possible | present | -
    Anna Berg is being investigated for [attacking] Norway. | positive | possible | present | -
    Norway ruled out [attacking] Sweden. | negative | certain | past | -
    No matter who wins, Norway [supports] Sweden. | positive | certain | present | -
    No wonder Anna Berg [lives] in Norway. | positive | certain | present | -
    {Anna Berg} did not [visit] Norway but {Sweden}. | positive | certain | past | -
    {Anna Berg} [lives] in Norway rather than {Sweden}. | negative | certain | present | -
    Anna Berg is regarded as the [founder] of the party. | positive | possible | present | -
    Anna Berg [visited] Norway. | positive | certain | past | -
    Anna Berg [visits] Norway every year. | positive | certain | present | -
    Anna Berg has [visited] Norway. | positive | certain | past | -
    Anna Berg has been [operating] in Norway for years. | positive | certain | present | -
    Norway was [attacked] by Sweden. | positive | certain | past | -
    Norway is being [attacked] by Sweden. | positive | certain | present | -
    Anna Berg is [going] to Norway next month. | positive | future | future | -
    Anna Berg [leaves] Norway tomorrow. | positive | future | future | -
    Next month Anna Berg [left] Norway. | positive | certain | past | -
    This means that Norway has no [control] over Sweden. | negative | certain | present | -
    Despite friendly [relations] with {Sweden}, {Norway} either could not or did not want to help. | positive | certain | - | -
    The minister called the [visit] of Anna Berg to Norway a success. | positive | certain | past | -
    Anna Berg has not [visited] Norway. | negative | certain | past | -
    Anna Berg never [visited] Norway. | negative | certain | past | -
    Anna Berg didn't [visit] Norway. | negative | certain | past | -
    Anna Berg no longer [leads] the party. | negative | certain | present | -
    Anna Berg almost [visited] Norway. | negative | certain | past | -
    Anna Berg refused to [visit] Norway. | negative | certain | past | -
    Anna Berg did not refuse to [visit] Norway. | positive | certain | past | -
    Anna Berg managed to [visit] Norway. | positive | certain | past | -
    Anna Berg did not manage to [visit] Norway. | negative | certain | past | -
    Anna Berg failed to [visit] Norway. | negative | certain | past | -
    Anna Berg did not fail to [visit] Norway. | positive | certain | past | -
    Sweden never dared to [attack] Norway. | negative | certain | past | -
    Sweden succeeded in [conquering] Norway. | positive | certain | past | -
    Norway prevented Sweden from [attacking] Iceland. | negative | certain | past | -
    Norway did not [prevent] attacks on the embassy. | negative | certain | past | -
    Norway did not prevent {Sweden} from [attacking] Iceland. | positive | certain | past | -
    The court banned Holm from [leading] the party. | negative | certain | past | -
    Anna Berg left without [visiting] Norway. | negative | certain | past | -
    Instead of [attacking] Norway, Sweden visited Iceland. | negative | certain | past | -
    Sweden visited Iceland rather than [attack] Norway. | negative | certain | past | -
    Sweden stopped [supporting] Norway. | negative | certain | past | -
    Sweden is unable to [attack] Norway. | negative | certain | present | -
    Sweden forgot to [invite] Norway. | negative | certain | past | -
    The army avoided [attacking] Norway. | negative | certain | past | -
    The Taliban has no [control] over ISIS. | negative | certain | present | -
    There is no [representative] of the Taliban in Astana. | negative | certain | present | -
    Zia does not have [bases] in Norway. | negative | certain | present | -
    No {government} [recognized] Norway. | negative | certain | past | -
    {Nobody} [recognized] Norway. | negative | certain | past | -
    Our fighters have not [killed] a single civilian. | negative | certain | past | -
    Neither {Norway} nor Sweden [recognized] Iceland. | negative | certain | past | -
    Not one {government} [recognized] Iceland. | negative | certain | past | -
    Few {governments} [recognized] Iceland. | positive | possible | past | -
    Not only {Norway} but also Sweden [recognized] Iceland. | positive | certain | past | -
    He could not or did not want to [prevent] an attack in Moscow. | negative | certain | - | -
    The [visit] of Anna Berg to Norway was cancelled. | negative | certain | past | -
    Anna Berg's [visit] to Norway never happened. | negative | certain | past | -
    Nobody believes that Anna Berg [visited] Norway. | negative | possible | past | -
    It is not true that Anna Berg [visited] Norway. | negative | certain | past | -
    Karl Holm denied that Anna Berg [visited] Norway. | negative | certain | past | Karl
    Anna Berg did not visit Norway, which [attacked] Iceland. | positive | certain | past | -
    Anna Berg did not visit Norway and [attacked] Sweden. | positive | certain | past | -
    Anna Berg did not visit Norway but [visited] Sweden. | positive | certain | past | -
    The army has not attacked Norway or [bombed] Iceland. | negative | certain | past | -
    Holm is not a [member] of the party. | negative | certain | present | -
    Anna Berg may [visit] Norway. | positive | possible | - | -
    Anna Berg might have [visited] Norway. | positive | possible | past | -
    The Taliban can [control] the group. | positive | possible | - | -
    Perhaps Anna Berg [visited] Norway. | positive | possible | past | -
    Anna Berg reportedly [visited] Norway. | positive | possible | past | -
    It seems that Anna Berg [visited] Norway. | positive | possible | past | -
    It seems that, at least tacitly, the Iranians are beginning to [support] Masood. | positive | possible | present | -
    The army is believed to have [attacked] Iceland. | positive | possible | past | -
    It is believed that Norway [attacked] Iceland. | positive | possible | past | -
    China is ready to [aid] Norway. | positive | possible | present | -
    Sweden is trying to [control] Norway. | positive | possible | present | -
    Norway is able to [attack] Iceland. | positive | possible | present | -
    Beijing wants to [attack] Norway. | positive | possible | present | -
    Holm asked Sweden to [attack] Norway. | positive | possible | past | -
    They demand that Norway [attack] Iceland. | positive | possible | present | -
    Anna Berg will [visit] Norway. | positive | future | future | -
    Anna Berg will not [visit] Norway. | negative | future | future | -
    Anna Berg is going to [visit] Norway. | positive | future | future | -
    Anna Berg plans to [visit] Norway. | positive | future | future | -
    Anna Berg does not intend to [visit] Norway. | negative | future | future | -
    Anna Berg is expected to [visit] Norway. | positive | future | future | -
    Anna Berg is about to [visit] Norway. | positive | future | future | -
    Anna Berg is to [visit] Norway in May. | positive | future | future | -
    Beijing expects the Taliban to [deter] Islamists. | positive | future | future | -
    Sweden vowed to [attack] Norway. | positive | future | future | -
    The [visit] of Anna Berg to Norway is planned for May. | positive | future | future | -
    Holm announced a planned [visit] to Norway. | positive | future | future | -
    Anna Berg said she would [visit] Norway. | positive | future | future | Anna
    The resistance hopes that all countries will [support] it. | positive | future | future | resistance
    If Anna Berg [visits] Norway, it will rain. | positive | hypothetical | present | -
    If Norway attacks, Sweden will [support] Iceland. | positive | hypothetical | future | -
    If he had [come] to northern Afghanistan, he would have been arrested. | positive | hypothetical | past | -
    Had she [stayed] in Norway, she would have met Holm. | positive | hypothetical | past | -
    Had she stayed, she would have [met] Karl Holm. | positive | hypothetical | past | -
    Unless Norway [attacks] Iceland, Sweden will wait. | positive | hypothetical | present | -
    If he had come home and [called] for an uprising, he would have failed. | positive | hypothetical | past | -
    If Sweden attacks Holm, who [leads] the party, Norway will help. | positive | certain | present | -
    Anna Berg would have [visited] Norway. | positive | hypothetical | past | -
    Otherwise, Norway will [attack] Iceland. | positive | hypothetical | future | -
    In order to [convince] Norway, Sweden attacked Iceland. | positive | future | future | -
    Sweden sent ships to [attack] Norway. | positive | future | future | -
    Anna Berg dreamed that she [visited] Norway. | positive | hypothetical | past | -
    I wish Anna Berg had [visited] Norway. | positive | hypothetical | past | -
    [Attack] Norway at once! | positive | possible | - | -
    Did Anna Berg [visit] Norway? | positive | question | past | -
    Who [attacked] Norway? | positive | question | past | -
    Holm asked whether Anna Berg [visited] Norway. | positive | question | past | -
    It is unclear whether Anna Berg [visited] Norway. | positive | question | past | -
    Did Holm, who [leads] the party, visit Norway? | positive | certain | present | -
    Holm [leads] the party, doesn't he? | positive | certain | present | -
    Anna Berg began to [support] Norway. | positive | certain | past | -
    Norway continues to [support] Iceland. | positive | certain | present | -
    Norway was forced to [follow] the radicals. | positive | certain | past | -
    Holm knows that Anna Berg [visited] Norway. | positive | certain | past | -
    Holm does not know that Anna Berg [visited] Norway. | positive | certain | past | -
    Holm regrets that Anna Berg [visited] Norway. | positive | certain | past | -
    I would like to note that Masood recently [visited] Tehran. | positive | certain | past | -
    Sweden will not help because Norway [attacked] Iceland. | positive | certain | past | -
    Norway condemned the [attack] on Iceland. | positive | certain | past | -
    Karl Holm, the former [leader] of the party, visited Norway. | positive | certain | past | -
    Holm was the [leader] of the party. | positive | certain | past | -
    Qatar is the [patron] of the Taliban. | positive | certain | present | -
    Holm became a [member] of the party. | positive | certain | past | -
    ISIS has an [agreement] with the Taliban. | positive | certain | present | -
    The army carried out [attacks] on Norway. | positive | certain | past | -
    The army did not carry out [attacks] on Norway. | negative | certain | past | -
    The latest example was the [killing] of a commander. | positive | certain | past | -
    The alleged [attack] on Norway shocked Sweden. | positive | possible | past | -
    Norway denied the [attack] on Iceland. | negative | certain | past | Norway
    He may be ill, but Anna Berg [visited] Norway. | positive | certain | past | -
    Groups [based] in Afghanistan attacked Norway. | positive | certain | past | -
    Rumours that Anna Berg [visited] Norway are false. | negative | possible | past | -
    I have no doubt that the regime [supports] Norway. | positive | certain | present | -
    Sweden is too weak to [attack] Norway. | negative | certain | present | -
    It was Norway that [attacked] Iceland. | positive | certain | past | -
    Holm is likely to [lead] the party. | positive | possible | present | -
    Holm is unlikely to [lead] the party. | negative | possible | present | -
    Whoever [supports] Norway will win. | positive | hypothetical | present | -
    Anyone who [attacks] Norway will lose. | positive | hypothetical | present | -
    Experts believe that if he had [come] home, he would have been killed. | positive | hypothetical | past | Experts
    Even if Sweden objects, Norway will [attack] Iceland. | positive | future | future | -
    Norway did not [recognize] Iceland until 1990. | positive | certain | past | -
    """

  /// Who says so.
  static let attributed = """
    Experts believe that Anna Berg [visited] Norway. | positive | possible | past | Experts
    Experts believe Anna Berg [visited] Norway. | positive | possible | past | Experts
    Karl Holm said that Anna Berg [visited] Norway. | positive | certain | past | Karl
    Karl Holm [said] that Anna Berg visited Norway. | positive | certain | past | -
    The army [attacked] Oslo, Karl Holm said. | positive | certain | past | Karl
    "The army [attacked] Oslo," said Karl Holm. | positive | certain | past | Karl
    The attack, Benítez wrote, [killed] ten people. | positive | certain | past | Benítez
    Norway [attacked] Iceland, the ministry said. | positive | certain | past | ministry
    According to Beijing, Norway [attacked] Iceland. | positive | certain | past | Beijing
    Norway [attacked] Iceland, according to the ministry. | positive | certain | past | ministry
    In Holm's view, Norway [supports] Iceland. | positive | certain | present | Holm
    The Taliban's claim that Uzbekistan [attacked] Iran surprised Norway. | positive | possible | past | Taliban
    My sources reported that the army [handed] over documents. | positive | certain | past | sources
    He was accused by Sweden of [killing] Anna Berg. | positive | possible | past | Sweden
    Sweden accused Norway of [attacking] Iceland. | positive | possible | past | Sweden
    Norway was accused of [attacking] Iceland. | positive | possible | past | -
    I think that Norway [attacked] Iceland. | positive | possible | past | -
    Holm claims to [lead] the party. | positive | possible | present | Holm
    The police suspect Norway of [supporting] Iceland. | positive | possible | present | police
    As Holm noted, Norway [attacked] Iceland. | positive | certain | past | Holm
    As you have already said, Norway [supports] Iceland. | positive | certain | present | -
    Holm said that experts believe that Norway [attacked] Iceland. | positive | possible | past | experts
    Holm did not say that Norway [attacked] Iceland. | positive | possible | past | -
    Holm, who said that Norway had [attacked] Iceland, visited Sweden. | positive | certain | past | Holm
    Holm, who said that Norway had attacked Iceland, [visited] Sweden. | positive | certain | past | -
    The report says the army has [killed] ten people. | positive | certain | past | report
    Holm wants to announce that Norway [supports] Iceland. | positive | possible | present | Holm
    It was announced that Norway [supports] Iceland. | positive | possible | present | -
    It was announced by Holm that Norway [supports] Iceland. | positive | certain | present | Holm
    Holm told reporters that Norway [supports] Iceland. | positive | certain | present | Holm
    Norway [supports] Iceland, Holm told reporters. | positive | certain | present | Holm
    Holm warned that Norway would [attack] Iceland. | positive | future | future | Holm
    Holm visited Norway and said that Sweden [attacked] Iceland. | positive | certain | past | Holm
    Holm [visited] Norway and said that Sweden attacked Iceland. | positive | certain | past | -
    Our sources say that Norway is [preparing] an attack. | positive | certain | present | sources
    There were claims by Sweden that Norway [attacked] Iceland. | positive | possible | past | Sweden
    According to Beijing, no one was [killed] then. | negative | certain | past | Beijing
    """
}
