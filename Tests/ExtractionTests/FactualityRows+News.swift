extension FactualityRows {
  /// Rows in the manner of news and encyclopedias, written before the reader had seen any of them: of the first 107, 90 came
  /// out right at first, of the next hundred, 92, and of the last 63 of both tables, 58.
  static let news = """
    The prime minister declined to [meet] the rebel delegation. | negative | certain | past | -
    Police were unable to [arrest] the suspect. | negative | certain | past | -
    The company never [acquired] its rival. | negative | certain | past | -
    Microsoft did not [buy] Nokia until 2014. | positive | certain | past | -
    The rebels have yet to [capture] the city. | negative | certain | present | -
    The senator neglected to [inform] the committee. | negative | certain | past | -
    The firm ceased [operating] in Russia last year. | negative | certain | past | -
    The treaty prohibits the parties from [attacking] each other. | negative | certain | present | -
    There has been no [meeting] between the two leaders. | negative | certain | past | -
    Hungary lacks [access] to the sea. | negative | certain | present | -
    The two sides reached no [agreement] with the union. | negative | certain | past | -
    None of the {countries} [signed] the treaty. | negative | certain | past | -
    The minister resigned without [signing] the treaty. | negative | certain | past | -
    She hardly [knew] her father. | negative | certain | past | -
    The group denied [bombing] the embassy. | negative | certain | past | group
    The government rejected reports that it had [supported] the rebels. | negative | possible | past | -
    The planned [merger] with Daimler was called off. | negative | future | future | -
    He did not hesitate to [attack] the minister. | positive | certain | past | -
    The bank cannot [fund] the project. | negative | certain | - | -
    The company did not succeed in [acquiring] its rival. | negative | certain | past | -
    Neither side [attacked] the village. | negative | certain | past | -
    It is not the case that the army [invaded] Chile. | negative | certain | past | -
    France, not Germany, [invaded] Spain. | positive | certain | past | -
    The soldiers helped [rebuild] the bridge. | positive | certain | past | -
    The minister was able to [visit] the camp. | positive | possible | past | -
    The drug could [cause] cancer. | positive | possible | - | -
    Officials suspect that the group [bombed] the embassy. | positive | possible | past | Officials
    The study suggests that aspirin [prevents] cancer. | positive | possible | present | -
    Analysts say Google might [buy] the startup. | positive | possible | - | Analysts
    The suspect allegedly [killed] two people. | positive | possible | past | -
    The general is thought to have [ordered] the massacre. | positive | possible | past | -
    The rumoured [marriage] of the actor to a singer made headlines. | positive | possible | past | -
    Maybe the brothers [founded] the company together. | positive | possible | past | -
    The troops appear to have [captured] the airport. | positive | possible | past | -
    The EU is willing to [negotiate] with London. | positive | possible | present | -
    The union called on the company to [withdraw] from Russia. | positive | possible | past | -
    The president urged Congress to [ratify] the treaty. | positive | possible | past | -
    The opposition wants the president to [resign]. | positive | possible | present | -
    The two companies considered [merging]. | positive | possible | past | -
    The king is likely to [visit] Berlin. | positive | possible | present | -
    There is evidence that the militia [killed] civilians. | positive | possible | past | -
    Critics accuse the government of [bribing] judges. | positive | possible | present | Critics
    Ukraine must [defeat] Russia. | positive | possible | - | -
    He should [join] the party. | positive | possible | - | -
    The minister will not [attend] the summit. | negative | future | future | -
    The two presidents are due to [meet] in Geneva. | positive | future | future | -
    Amazon announced plans to [acquire] the studio. | positive | future | future | -
    The army is preparing to [attack] the city. | positive | future | future | -
    The upcoming [visit] of the pope to Iraq worries the police. | positive | future | future | -
    The government promised that it would [free] the prisoners. | positive | future | future | government
    The bank agreed to [lend] the company two billion dollars. | positive | future | future | -
    Ford is set to [open] a plant in Mexico. | positive | future | future | -
    They threatened to [kill] the hostages. | positive | future | future | -
    The two sides will soon [sign] an agreement. | positive | future | future | -
    The director intends to [leave] the company. | positive | future | future | -
    Israel would have [attacked] Iran. | positive | hypothetical | past | -
    If the rebels [capture] the city, thousands will flee. | positive | hypothetical | present | -
    Were France to [leave] the union, Germany would suffer. | positive | hypothetical | - | -
    Should Iran [attack] Israel, the war will spread. | positive | hypothetical | - | -
    The army will attack unless the rebels [release] the hostages. | positive | hypothetical | present | -
    He talks as if he [owned] the company. | positive | hypothetical | past | -
    Suppose Russia [invaded] Poland. | positive | hypothetical | past | -
    She imagined that she [married] the prince. | positive | hypothetical | past | -
    The general flew to Cairo to [meet] the president. | positive | future | future | -
    Troops were deployed so as to [protect] the border. | positive | future | future | -
    Why did Rome [destroy] Carthage? | positive | question | - | -
    Is Paris the [capital] of France? | positive | question | - | -
    Reporters asked if the minister had [met] the oligarch. | positive | question | - | -
    Nobody knows whether the group [controls] the town. | positive | question | - | -
    Does anyone who [visited] Rome forget it? | positive | question | - | -
    Is the man who [founded] Apple still alive? | positive | certain | past | -
    The rebels started [shelling] the town. | positive | certain | past | -
    The court found that the firm had [bribed] officials. | positive | certain | past | court
    The team went on to [win] the cup. | positive | certain | past | -
    The minister admitted that he had [met] the oligarch. | positive | certain | past | minister
    He forgot that she [lived] in Paris. | positive | certain | past | -
    The army did not attack the town that the rebels [hold]. | positive | certain | present | -
    The man who did not [vote] for Macron lives in Lyon. | negative | certain | past | -
    If the minister, who [met] the oligarch, resigns, the party will lose. | positive | certain | past | -
    Although Rome [attacked] Carthage, it did not win. | positive | certain | past | -
    The city may fall because the army [left] it. | positive | certain | past | -
    Schmidt, a former [member] of the SPD, may run again. | positive | certain | past | -
    Merkel was the [chancellor] of Germany. | positive | certain | past | -
    Orban has been the [leader] of the party since 1993. | positive | certain | past | -
    Toyota has a [plant] in Kentucky. | positive | certain | present | -
    He served as [ambassador] to Chile. | positive | certain | past | -
    She was elected [president] of the club. | positive | certain | past | -
    The [assassination] of Kennedy shocked America. | positive | certain | past | -
    The police condemned the [killing] of the journalist. | positive | certain | past | -
    The [visit] of the king to Oslo may help. | positive | certain | - | -
    The firm, [founded] by two brothers, could go bankrupt. | positive | certain | past | -
    The soldiers [guarding] the palace fled. | positive | certain | past | -
    Russia paid for the bridge by [selling] oil to China. | positive | certain | past | -
    After [leaving] Google, she joined Apple. | positive | certain | past | -
    Before she [joined] Apple, she taught at Stanford. | positive | certain | past | -
    The president praised the army for [defeating] the rebels. | positive | certain | past | -
    The spokesman confirmed the [arrest] of two suspects. | positive | certain | past | -
    The company made an [attempt] to acquire its rival. | positive | certain | past | -
    The company's attempt to [acquire] its rival failed. | negative | possible | past | -
    The minister's refusal to [sign] the treaty angered Paris. | negative | certain | past | -
    The ban on [trading] with Iran remains. | negative | certain | present | -
    The decision to [invade] Iraq was a mistake. | positive | future | future | -
    Fears that Russia would [invade] Finland grew. | positive | future | future | -
    The possibility of an [attack] on Paris worries the police. | positive | possible | - | -
    The report that Shell [bribed] the minister was wrong. | negative | possible | past | -
    France did not merely [support] the rebels. | positive | certain | past | -
    Both Peru and Chile [claim] the island. | positive | certain | present | -
    The coalition stopped short of [invading] the island. | negative | certain | past | -
    Nigeria never [ratified] the convention, but Ghana did. | negative | certain | past | -
    Nigeria never ratified the convention, but Ghana [signed] it. | positive | certain | past | -
    Lebanon does not [recognise] Israel and refuses to trade with it. | negative | certain | present | -
    Lebanon does not recognise Israel and refuses to [trade] with it. | negative | certain | present | -
    The guerrillas have no [bases] in Honduras. | negative | certain | present | -
    The club has not had a [manager] since May. | negative | certain | past | -
    Chile and Peru have not yet [resolved] the dispute. | negative | certain | past | -
    The two countries do not maintain diplomatic [relations]. | negative | certain | present | -
    Nobody in the government [supported] the plan. | negative | certain | past | -
    Hardly anyone [visited] the museum. | negative | certain | past | -
    The striker missed the chance to [join] Arsenal. | positive | possible | past | -
    The guards failed to prevent the rebels from [storming] the palace. | positive | certain | past | -
    The general did not dare [attack] the capital. | negative | certain | past | -
    The mayor forgot to [mention] the sponsor. | negative | certain | past | -
    The police managed to [free] the hostages without killing the kidnappers. | positive | certain | past | -
    The police managed to free the hostages without [killing] the kidnappers. | negative | certain | past | -
    Volvo abandoned a [merger] with Renault in 1993. | negative | certain | past | -
    The sanctions kept Iran from [selling] oil. | negative | certain | past | -
    The embargo forbids companies to [export] weapons to Sudan. | negative | certain | present | -
    Nor did Ghana [recognise] the new government. | negative | certain | past | -
    Togo is neither a [member] of NATO nor a candidate. | negative | certain | present | -
    The island is no longer [part] of Denmark. | negative | certain | present | -
    Brazil chose not to [join] the alliance. | negative | certain | past | -
    The envoy left Cairo instead of [meeting] the president. | negative | certain | past | -
    It was impossible for the army to [retake] the town. | negative | certain | past | -
    No one denies that Nixon [knew] about the burglary. | positive | possible | past | -
    The leaders could not [agree] on a budget. | negative | certain | - | -
    The actor is no [friend] of the director. | negative | certain | present | -
    The militia released the journalist, whom it had [kidnapped] in May. | positive | certain | past | -
    The firm that [built] the dam was not paid. | positive | certain | past | -
    The drug may have [killed] dozens of patients. | positive | possible | past | -
    The rebels can [strike] any city. | positive | possible | - | -
    Apple is in talks to [buy] the start-up. | positive | possible | present | -
    Apple is considering [buying] the start-up. | positive | possible | present | -
    The scientists seem to have [found] a cure. | positive | possible | past | -
    The painting is believed to be the [work] of Vermeer. | positive | possible | present | -
    The militia is suspected of [smuggling] weapons. | positive | possible | present | -
    The judge was apparently [bribed] by the cartel. | positive | possible | past | -
    It is possible that the emperor [poisoned] his brother. | positive | possible | past | -
    Tesla could [open] a plant in Berlin. | positive | possible | - | -
    The king probably [died] in Damascus. | positive | possible | past | -
    Kosovo hopes to [join] the union. | positive | possible | present | -
    Washington demanded that Syria [withdraw] from Lebanon. | positive | possible | past | -
    Washington pressed Syria to [withdraw] from Lebanon. | positive | possible | past | -
    The tribe's demand for [independence] was ignored. | positive | possible | - | -
    The emir invited Merkel to [visit] Qatar. | positive | possible | past | -
    The striker wishes to [leave] Chelsea. | positive | possible | present | -
    The firm needs to [sell] its factory. | positive | possible | present | -
    The party would like the minister to [resign]. | positive | hypothetical | - | -
    The alleged [murder] of the banker was never solved. | positive | possible | past | -
    They allowed the rebels to [enter] the city. | positive | possible | past | -
    The minister shall [appoint] the judges. | positive | future | future | -
    The general pledged to [defeat] the rebels. | positive | future | future | -
    The bank is expected to [acquire] its rival. | positive | future | future | -
    Berlin and Paris are going to [sign] a treaty. | positive | future | future | -
    The parliament will be [dissolved] by the king. | positive | future | future | -
    The pope is scheduled to [visit] Cuba in June. | positive | future | future | -
    Boeing won't [supply] the airline. | negative | future | future | -
    The judge decided to [free] the prisoner. | positive | future | future | -
    The singer will marry the actor who [directed] the film. | positive | certain | past | -
    There will be an [election] in Kenya. | positive | future | future | -
    The proposed [merger] of the banks alarmed investors. | positive | future | future | -
    He plotted to [kill] the king. | positive | future | future | -
    The coach swore never to [return] to Madrid. | negative | future | future | -
    If Caesar had not [crossed] the river, Pompey would have won. | negative | hypothetical | past | -
    If Caesar had not crossed the river, Pompey would have [won]. | positive | hypothetical | past | -
    Had the Allies not [invaded] Normandy, the war would have lasted. | negative | hypothetical | past | -
    I wish the army had [protected] us. | positive | hypothetical | past | -
    The dam would [flood] the valley. | positive | hypothetical | - | -
    The rebels will fight on unless the president [resigns]. | positive | hypothetical | present | -
    As long as Assad [rules] Syria, they will stay abroad. | positive | hypothetical | present | -
    In case the enemy [attacks] the bridge, the sappers will blow it up. | positive | hypothetical | present | -
    He acts as though he [ran] the company. | positive | hypothetical | past | -
    He went to Vienna to [study] medicine. | positive | future | future | -
    The king built the fort in order to [defend] the harbour. | positive | future | future | -
    When did Ford [found] the company? | positive | question | - | -
    Could the Taliban [attack] Pakistan? | positive | question | - | -
    The court must decide whether the firm [broke] the law. | positive | question | - | -
    Nobody asked if the king [owned] the land. | positive | question | - | -
    Why is the general, who [led] the coup, still free? | positive | certain | past | -
    They realised that the spy had [betrayed] them. | positive | certain | past | -
    The scholars proved that Marlowe [wrote] the play. | positive | certain | past | -
    It is well known that Edison [invented] the phonograph. | positive | certain | past | -
    It is a fact that Edison [invented] the phonograph. | positive | certain | past | -
    The rebels kept [shelling] the port. | positive | certain | past | -
    Sony is still [producing] the device. | positive | certain | present | -
    The Romans used to [worship] Jupiter. | positive | certain | past | -
    The army made the villagers [leave] their homes. | positive | certain | past | -
    Thanks to its [treaty] with Sparta, Corinth survived. | positive | certain | past | -
    Despite the [attack] on the convoy, the talks may continue. | positive | certain | - | -
    The head of the agency, which [regulates] banks, may resign. | positive | certain | present | -
    Blair, then [leader] of the opposition, voted against. | positive | certain | past | -
    The late [director] of the museum collected stamps. | positive | certain | past | -
    Her [marriage] to the count ended in 1901. | positive | certain | past | -
    The two leaders held a [meeting] in Yalta. | positive | certain | past | -
    Facebook is [based] in California. | positive | certain | present | -
    The rebels, [backed] by Libya, could take the capital. | positive | certain | past | -
    Do not [attack] the convoy! | negative | possible | - | -
    Let us [attack] the convoy! | positive | possible | - | -
    The airline has never [operated] flights to Malta. | negative | certain | past | -
    No court [convicted] the banker. | negative | certain | past | -
    The ministry declined to [confirm] the arrest. | negative | certain | past | -
    The tenor refused an invitation to [sing] in Moscow. | negative | possible | past | -
    The rebels did not stop [attacking] the convoy. | positive | certain | past | -
    The envoy skipped Rome rather than [meet] the premier. | negative | certain | past | -
    Neither the pope nor the king [attended] the funeral. | negative | certain | past | -
    The navy aborted a [raid] on the island. | negative | certain | past | -
    There is no [alliance] between Serbia and Russia. | negative | certain | present | -
    The treaty was signed without [consulting] Greenland. | negative | certain | past | -
    The striker no longer [plays] for Milan. | negative | certain | present | -
    The group has no [links] to the mafia. | negative | certain | present | -
    The general couldn't [persuade] the king. | negative | certain | - | -
    Oman does not want to [join] the war. | negative | certain | present | -
    The island never [belonged] to Spain, which had claimed it. | negative | certain | past | -
    The island never belonged to Spain, which had [claimed] it. | positive | certain | past | -
    The mine might [belong] to Rio Tinto. | positive | possible | - | -
    The boxer is said to [own] a casino. | positive | possible | present | -
    The virus seems to have [originated] in Wuhan. | positive | possible | past | -
    The minister considered [resigning]. | positive | possible | past | -
    The union is threatening to [sue] the company. | positive | future | future | -
    Airbus hopes to [supply] the airline. | positive | possible | present | -
    The council asked the bishop to [leave] Vienna. | positive | possible | past | -
    The rebels are likely to [attack] the capital. | positive | possible | present | -
    The senator's possible [links] to the mafia were examined. | positive | possible | past | -
    The two firms will [merge] next year. | positive | future | future | -
    The city is to [host] the games in 2030. | positive | future | future | -
    The duke intends to [marry] the actress. | positive | future | future | -
    The cabinet announced its intention to [withdraw] from the treaty. | positive | future | future | -
    Our planned [visit] to Lima fell through. | positive | future | future | -
    If the bank [fails], the state will rescue it. | positive | hypothetical | present | -
    Had Napoleon [won] the battle, Prussia would have collapsed. | positive | hypothetical | past | -
    Without the loan, Greece would have [left] the euro. | positive | hypothetical | past | -
    He would never [betray] his country. | negative | hypothetical | - | -
    Provided that the senate [approves] the deal, Shell will sell the field. | positive | hypothetical | present | -
    The spy moved to Berlin to [infiltrate] the party. | positive | future | future | -
    Has Turkey [attacked] Syria? | positive | question | - | -
    Who [owns] the newspaper? | positive | question | - | -
    Experts debate whether the king [murdered] his wife. | positive | question | - | -
    Having [conquered] Gaul, Caesar returned to Rome. | positive | certain | past | -
    The chemist, who [discovered] radium, was born in Warsaw. | positive | certain | past | -
    The factory, which Nissan [owns], may close. | positive | certain | present | -
    The regime keeps [jailing] journalists. | positive | certain | present | -
    They happened to [meet] the actor in Nice. | positive | certain | past | -
    The then [mayor] of Lyon opposed the plan. | positive | certain | past | -
    He is a former [member] of the band. | positive | certain | past | -
    She is the [daughter] of a banker. | positive | certain | present | -
    The [visit] by the chancellor to Ankara lasted two days. | positive | certain | past | -
    """

  /// The same, of sources: of the first 40, 36 came out right at first, of the next 42, 35.
  static let newsAttributed = """
    Reuters reported that Shell had [bribed] the minister. | positive | certain | past | Reuters
    Shell [bribed] the minister, Reuters reported on Monday. | positive | certain | past | Reuters
    Shell, the agency reported, [bribed] the minister. | positive | certain | past | agency
    The minister, according to prosecutors, [took] bribes. | positive | certain | past | prosecutors
    "We have [captured] the airport," the general announced. | positive | certain | past | general
    The general announced: "We have [captured] the airport." | positive | certain | past | general
    "The rebels," the general added, "have [captured] the airport." | positive | certain | past | general
    Two witnesses told the court that the soldier [shot] the boy. | positive | certain | past | witnesses
    The New York Times wrote on Friday that the firm [fired] its director. | positive | certain | past | Times
    In the opinion of the judge, the firm [violated] the law. | positive | certain | past | judge
    It has been alleged that the mayor [stole] the money. | positive | possible | past | -
    Prosecutors allege that the mayor [stole] the money. | positive | possible | past | Prosecutors
    The mayor is accused of [stealing] money. | positive | possible | present | -
    The mayor was charged with [stealing] money. | positive | possible | past | -
    The senator's assertion that China [controls] the port is disputed. | positive | possible | present | senator
    The ministry's spokesman said that the talks had [failed]. | positive | certain | past | spokesman
    I believe the Soviets [shot] down the plane. | positive | possible | past | -
    Many historians think that Nero [burned] Rome. | positive | possible | past | historians
    Many historians doubt that Nero [burned] Rome. | negative | possible | past | historians
    Nero [burned] Rome, many historians believe. | positive | possible | past | historians
    Scientists at MIT claim to have [discovered] a new planet. | positive | possible | past | Scientists
    The source, who asked not to be named, said the bank [owns] the land. | positive | certain | present | source
    Merkel, who met Obama, said that Germany [supports] France. | positive | certain | present | Merkel
    Merkel, who [met] Obama, said that Germany supports France. | positive | certain | past | -
    The article quotes an official as saying that Iran [funds] the militia. | positive | certain | present | official
    The minister neither confirmed nor denied that Iran [funds] the militia. | positive | possible | present | -
    Police said they had [arrested] three men and were looking for a fourth. | positive | certain | past | Police
    Police said they had arrested three men and [seized] a car. | positive | certain | past | Police
    A United Nations report says that militias [recruit] children. | positive | certain | present | report
    Turkey says it has not [attacked] the Kurds. | negative | certain | past | Turkey
    Tehran insists that it does not [support] the militia. | negative | certain | present | Tehran
    Israel blames Hamas for [killing] the hostages. | positive | possible | present | Israel
    The opposition accused the president of having [rigged] the election. | positive | possible | past | opposition
    It is said that the king [founded] the city. | positive | possible | past | -
    The king is said to have [founded] the city. | positive | possible | past | -
    The lawyer argued that his client had not [killed] the man. | negative | possible | past | lawyer
    A statement by the group said that it [carried] out the attack. | positive | certain | past | statement
    The group claimed responsibility for the [attack] on the mosque. | positive | certain | past | group
    As the BBC reported, the firm [fired] its director. | positive | certain | past | BBC
    Greenpeace says the tanker [spilled] oil. | positive | certain | past | Greenpeace
    The tanker [spilled] oil, says Greenpeace. | positive | certain | past | Greenpeace
    The tanker, says Greenpeace, [spilled] oil. | positive | certain | past | Greenpeace
    Per the ministry, the tanker [spilled] oil. | positive | certain | past | ministry
    The tanker [spilled] oil, a spokesman for the navy told journalists. | positive | certain | past | spokesman
    Interpol has confirmed that the suspect [fled] to Brazil. | positive | certain | past | Interpol
    A senior officer told the paper that the unit had [crossed] the border. | positive | certain | past | officer
    Ankara maintains that the rebels [attacked] first. | positive | certain | past | Ankara
    Residents reported that soldiers had [burned] the village. | positive | certain | past | Residents
    Two people briefed on the matter said Google [bought] the firm. | positive | certain | past | people
    The lawyer claims his client never [met] the victim. | negative | possible | past | lawyer
    Kyiv accuses Moscow of [shelling] the plant. | positive | possible | present | Kyiv
    Moscow, which Kyiv accuses of shelling the plant, [owns] the pipeline. | positive | certain | present | -
    The mayor was accused by the opposition of [stealing] funds. | positive | possible | past | opposition
    The general was convicted of [killing] civilians. | positive | certain | past | -
    Police have charged a man with [murdering] the nurse. | positive | possible | past | Police
    There are rumours that the minister [owns] the yacht. | positive | possible | present | -
    The rumour that the minister [owns] a yacht upset voters. | positive | possible | present | -
    Washington's accusation that Iran [armed] the rebels was rejected. | positive | possible | past | Washington
    The accusation by Washington that Iran [armed] the rebels made headlines. | positive | possible | past | Washington
    According to a report by the UN, the army [killed] 40 people, but the government denies this. | positive | certain | past | report
    The army killed 40 people, according to the UN, and [burned] the village. | positive | certain | past | UN
    He said he had [visited] Rome and that he liked it. | positive | certain | past | He
    He said he had visited Rome and that he [liked] it. | positive | certain | past | He
    The minister, who [owns] the yacht, denied that he had lied. | positive | certain | present | -
    The minister [bought] a yacht and denied that he had lied. | positive | certain | past | -
    "I [founded] the company with my brother," Jobs recalled. | positive | certain | past | Jobs
    "The firm," Jobs recalled, "was [founded] in a garage." | positive | certain | past | Jobs
    Asked about the raid, Merkel said the police had [arrested] the man. | positive | certain | past | Merkel
    Some scholars argue that Homer never [existed]. | negative | possible | past | scholars
    It is widely believed that Homer [wrote] the Iliad. | positive | possible | past | -
    Homer is widely believed to have [written] the Iliad. | positive | possible | past | -
    We know that the unit [crossed] the border. | positive | certain | past | -
    Economists expect the bank to [raise] rates. | positive | future | future | -
    Economists predict that the bank will [raise] rates. | positive | future | future | Economists
    In Moscow's opinion, Georgia [started] the war. | positive | certain | past | Moscow
    Moscow denies having [poisoned] the spy. | negative | certain | past | Moscow
    Moscow does not deny that it [poisoned] the spy. | positive | possible | past | -
    The president announced the [arrest] of three spies. | positive | certain | past | -
    Amnesty says the police [tortured] prisoners. | positive | certain | past | Amnesty
    The police [tortured] prisoners, Amnesty said in a report. | positive | certain | past | Amnesty
    According to Amnesty International, the police [tortured] prisoners. | positive | certain | past | International
    The trader is accused of [bribing] officials. | positive | possible | present | -
    The paper accused the trader of [bribing] officials. | positive | possible | past | paper
    Historians assume that the monk [wrote] the chronicle. | positive | possible | past | Historians
    It is assumed that the monk [wrote] the chronicle. | positive | possible | past | -
    "The monk [wrote] the chronicle," the historian explained. | positive | certain | past | historian
    Officials in Kabul claimed that the Taliban had [lost] the town. | positive | possible | past | Officials
    The spokeswoman denied that the firm [owns] the mine. | negative | certain | present | spokeswoman
    The mayor told reporters he had [met] the gangster. | positive | certain | past | mayor
    The mayor, a spokesman said, had [met] the gangster. | positive | certain | past | spokesman
    Sources close to the club say it will [sign] the striker. | positive | future | future | Sources
    """
}
