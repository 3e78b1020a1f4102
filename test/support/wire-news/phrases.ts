/**
 * What invented news is made of. Each entry is one fact with wordings of it; `{a|b}` is a choice, `[slot]` a word of the story.
 * Places, people and outlets do not exist.
 */
export type Fact = readonly string[];

export const TOPICS: Readonly<Record<string, readonly Fact[]>> = {
  flood: [
    [
      '{Floodwater|A wall of brown water} {tore|swept|burst} through [place] {before dawn|late at night|around noon}, {drowning|killing} [n1] {people|residents} and {carrying off|wrecking} {bridges|market stalls|parked lorries}.',
      '{At least|Some|More than} [n1] {people drowned|lives were lost} {when|after} the [river] {burst its banks|rose four metres within an hour} {near|above|outside} [place].',
      'The {swollen|raging} [river] {claimed|took} [n1] lives in [place], {where|a town in which} {cellars|ground floors} {filled|flooded} {within minutes|faster than people could climb}.',
    ],
    [
      '{Soldiers|Volunteers|Fishermen} in {rubber boats|flat barges} {plucked|fetched} [n2] {villagers|pensioners|families} from {rooftops|treetops|upper windows}.',
      '[n2] {people|inhabitants} had to be {taken off|lifted from} their roofs by {helicopter|army crews|neighbours in canoes}.',
      '{Rescuers|Crews} {worked|laboured} {through the night|by torchlight} to reach [n2] {stranded|marooned} {households|people} on the {eastern|western} bank.',
    ],
    [
      '{Engineers|Water managers} {blamed|pointed to} a {cracked|badly kept} {sluice|dam wall} upstream for the {speed|force} of the {wave|surge}.',
      'A {report|survey} {two|three|five} years ago had {warned|noted} that the {sluice|levee} would not {hold|withstand} {a spring like this one|such rain}.',
      'Why the {gates|barrier} {stayed|remained} {open|shut} {all evening|as the water rose} {is being looked into|nobody could say}.',
    ],
    [
      '{Rice|Barley|Maize} {fields|plots} {stretching|reaching} for [n3] hectares {lie|are} under {silt|mud}, {threatening|and with them} the {autumn|winter} {harvest|stores}.',
      '{Farmers|Growers} {reckon|estimate} they {lost|will lose} [n3] hectares of {barley|maize} and {most|half} of their {cattle|goats}.',
    ],
  ],
  fire: [
    [
      'A {blaze|fire} that {began|started} in a {paint store|bakery|sawmill} {gutted|destroyed} [n1] {homes|houses} in [place] and {sent|drove} {residents|people} {running|fleeing} {barefoot|in nightclothes}.',
      '[n1] {dwellings|buildings} {burned to the ground|went up in flames} {in|across} [place] {after|when} {sparks|embers} {leapt|blew} over a {canal|firebreak}.',
      '{Flames|Fire} {fanned|whipped up} by a {dry|hot} wind {razed|levelled} a {whole quarter|hillside district} of [place], {leaving|with} [n1] {houses|homes} in ashes.',
    ],
    [
      '{Tanker planes|Fire engines} from [region] {were kept away|stayed on the ground} by {smoke|gusts} {until|before} {mid-afternoon|the second day}.',
      '{Crews|Brigades} {ran short|ran out} of {water|foam} {twice|by evening}, and {neighbours|students} {formed|made} a {chain|line} of {buckets|jerrycans}.',
    ],
    [
      'The {hospital|clinic} {admitted|received} [n2] {people|patients} with {burns|smoke poisoning}, {a third|half} of them {children|elderly}.',
      '{Doctors|Nurses} {treated|cared for} [n2] {injured|victims}, {some|several} {flown|driven} to the {capital|coast}.',
    ],
    [
      '{Investigators|Detectives} {found|recovered} {a petrol can|frayed cables|a charred meter} and {would not|declined to} {rule out|exclude} {arson|neglect}.',
      '{Faulty|Ageing} {wiring|transformers} {may|might} have {set off|caused} the {disaster|fire}, {a first inspection|one inspector} {suggested|found}.',
    ],
  ],
  fighting: [
    [
      '{Shells|Mortar rounds|Rockets} {hit|struck|fell on} {a bus station|a grain market|two schools} in [place], {killing|and killed} [n1] {people|civilians}.',
      '[n1] {civilians|people} {died|were killed} {as|when} {the army|militiamen} {shelled|bombarded} {the old town|northern districts} of [place].',
      '{The bombardment|Shelling} of [place] {cost|claimed} [n1] lives {overnight|between dusk and morning}, {most|many} of them {shoppers|commuters|pupils}.',
    ],
    [
      '{Columns|Streams} of {tractors|handcarts|minibuses} {left|headed out of} the town, {carrying|bearing} [n2] people {towards|in the direction of} [region].',
      '[n2] {residents|inhabitants} {fled|escaped} {on foot|by cart} {over|across} the {hills|marshes} to [region].',
      '{Aid groups|Relief workers} {counted|registered} [n2] {new arrivals|displaced} at {a stadium|three camps} in [region].',
    ],
    [
      'The {rebels|militia} {said|claimed} to have {taken|overrun} {a checkpoint|the cement works|the radio mast} and {captured|seized} {two tanks|a howitzer}.',
      '{Control|Possession} of the {cement works|airstrip|bridge} {changed hands|passed from one side to the other} {twice|three times} {this week|since Sunday}.',
    ],
    [
      '{Talks|Negotiations} {in a border hotel|under a neutral flag} {broke off|ended} {without a date|in disarray} {after|when} {one side|the delegation} {walked out|refused to sit}.',
      '{Mediators|Envoys} {gave up|suspended} their {mission|shuttle} {and flew home|for now}, {citing|blaming} {a lack of trust|fresh attacks}.',
    ],
  ],
  strike: [
    [
      '{Dockers|Crane drivers|Railway workers} in [place] {downed tools|walked out|stopped work}, {leaving|and left} [n1] {containers|passengers|lorries} {stuck|waiting}.',
      'A {walkout|strike} by [n1] {dockers|signalmen|porters} {paralysed|shut} the {harbour|main station} of [place].',
      '{Nothing moved|All was quiet} {on the quays|in the yards} of [place] {as|after} [n1] {workers|employees} {began|joined} a {strike|stoppage}.',
    ],
    [
      'The {union|works council} {demands|wants} {nine|twelve|fifteen} per cent more {pay|wages} and an end to {split shifts|agency hiring}.',
      '{At stake|In dispute} are {night bonuses|pensions|rest days} that the {company|port authority} {cut|scrapped} {last spring|in January}.',
    ],
    [
      '{Shipping lines|Freight firms} {diverted|rerouted} [n2] {vessels|trains} to [region], {adding|which adds} {two|three} days to {each trip|deliveries}.',
      '[n2] {ships|wagons} {lay|stood} {idle|at anchor} {off the coast|outside the city}, {their holds|loaded} full of {fruit|fertiliser|car parts}.',
    ],
    [
      '{Shops|Supermarkets} {inland|in the suburbs} {warned|reported} that {fresh milk|bananas|medicines} {could|would} {run low|be gone} {by the weekend|within days}.',
      '{Pharmacies|Factories} {have begun|started} to {ration|save} {supplies|parts}, {a trade body|retailers} {said|complained}.',
    ],
  ],
  disease: [
    [
      '{Health workers|Medics} {confirmed|recorded} [n1] {cases|infections} of {river fever|spotted cough} in [place], {mostly|chiefly} among {market women|schoolchildren|miners}.',
      '[n1] {people|patients} in [place] {have caught|fell ill with} {river fever|spotted cough} {since|after} the {wells|pumps} {failed|were fouled}.',
      '{River fever|Spotted cough} {spread|is spreading} {quickly|from street to street} in [place], where [n1] {infections|cases} {came to light|were found}.',
    ],
    [
      'A {shipment|consignment} of [n2] {vaccine doses|saline bags} {sat|was held} at {customs|the airport} for {want|lack} of {a signature|cold boxes}.',
      '[n2] {doses|kits} {arrived|landed} {on Friday|at last} and {will|are to} {go|be trucked} to {outlying clinics|the worst-hit wards}.',
    ],
    [
      '{Schools|Mosques and churches|Cinemas} {closed|were told to close}, and {buses|ferries} to [region] {no longer run|were halted}.',
      '{Travel|Movement} {to and from|between the town and} [region] {is|was} {restricted|forbidden} {until further notice|for ten days}.',
    ],
    [
      '{Researchers|Virologists} {traced|followed} the {outbreak|illness} to {a wedding|a cattle fair|a broken sewer}.',
      'The {strain|germ} {resembles|is close to} one {seen|last found} {a decade|twenty years} ago {among bats|in poultry}.',
    ],
  ],
  election: [
    [
      '{Voters|Citizens} in [place] {queued|stood in line} {from sunrise|for hours} to {choose|elect} a {mayor|governor}, and [n1] {ballots|votes} were {cast|counted}.',
      '{Turnout|Participation} {surprised|exceeded the hopes of} {officials|observers} in [place], with [n1] {votes|ballots} {handed in|by closing time}.',
      'The {ballot|vote} in [place] {drew|brought out} [n1] {people|voters}, {despite|in spite of} {hail|fuel shortages|threats}.',
    ],
    [
      '{Monitors|Observers} {noted|logged} [n2] {complaints|irregularities}, {from|among them} {missing seals|double entries|closed doors}.',
      '{Parties|Campaigns} {filed|handed in} [n2] {objections|protests} {against|over} {late openings|lost lists}.',
    ],
    [
      'The {runner-up|defeated candidate} {refused|declined} to {concede|congratulate anybody} and {called for|demanded} a {recount|new vote}.',
      '{A recount|Another look at the sheets} {looks|seems} {likely|certain} {as|since} {the margin|the gap} {is|was} {below one per cent|hair-thin}.',
    ],
    [
      '{Jobs|Bus fares|Water prices} {dominated|ruled} a {campaign|contest} {that was|which stayed} {calm|bitter} {to the end|throughout}.',
      '{Debates|Rallies} {turned|circled} {on|around} {rents|bus fares|the closed refinery}.',
    ],
  ],
};

export const GENERAL_FACTS: readonly Fact[] = [
  [
    '{Temperatures|Night frost} {are expected|is forecast} to {fall|drop} {further|sharply} {by Thursday|this weekend}, {making|which makes} {matters|conditions} {worse|harder}.',
    '{Forecasters|The weather office} {expect|see} {sleet|storms|a cold spell} {before the week is out|from Thursday on}.',
  ],
  [
    '{Electricity|Power} was {cut|off} in {wide parts|four districts} of [region], and {mobile networks|telephones} {worked|functioned} {only at times|poorly}.',
    '{Four districts|Large areas} of [region] {sat|were left} in {darkness|the dark}, {their|with} telephone masts {silent|out of use}.',
  ],
  [
    '{Lawmakers|Members of parliament} will {debate|take up} {the matter|an emergency bill} {next week|on Tuesday}; {the opposition|critics} {called|want} {it|the plan} {too late|toothless}.',
    '{An emergency bill|A relief package} {goes|is to go} before parliament {on Tuesday|in the coming days}, {where|though} {the coalition|the government} {lacks|has no} majority.',
  ],
  [
    'The {road|railway|ferry} {link|line} to [region] {reopened|was cleared} {for a few hours|briefly} {and closed|before it shut} {again|once more}.',
    '{Lorries|Trains} {reached|got through to} [region] {by a detour|over a forest track} that {takes|adds} {nine|seven} hours.',
  ],
  [
    '{Three|Five|Seven} years ago a {similar|comparable} {event|calamity} {cost|set} [country] {a tenth|a twelfth} of its {budget|income}.',
    '[country] {has not seen|last saw} {anything like it|such days} {since the nineties|in a generation}.',
  ],
  [
    '{Donors|Neighbouring states} {pledged|promised} [n4] {blankets|tents|tonnes of flour}; {little|none} of it {has arrived|is in sight}.',
    'Of [n4] {tents|blankets} {on order|promised}, {a few hundred|a handful} {had been|were} {handed out|put up} by {evening|Wednesday}.',
  ],
  [
    '{Prices|The price} of {bread|cooking oil|diesel} {doubled|rose by half} {overnight|within two days}, and {queues|lines} {formed|grew} {outside shops|at pumps}.',
    '{Bread|Diesel} {costs|now sells at} twice {what it did|the price of} {last week|Monday}.',
  ],
  [
    '{Church bells|Sirens} {rang|wailed} at {noon|nine}, {and|while} {flags|banners} {flew|hung} at half mast {across|throughout} [region].',
    '{A minute of silence|A vigil} {was held|took place} {in front of the town hall|on the main square}.',
  ],
  [
    'The {account|report} could not be {independently verified|checked independently}.',
    'It was not {immediately possible|possible at first} to {verify|confirm} {the claims|these accounts}.',
  ],
  [
    '{Insurers|Accountants} {put|set} the {damage|cost} at [n3] million {crowns|dinars}, {a sum|which is} {beyond|more than} {the town|the district} {can bear|earns in a year}.',
    '{Damage|Losses} of [n3] million {crowns|dinars} {have been|were} {reported|filed} {so far|to date}.',
  ],
];

export const QUOTES: readonly string[] = [
  '{We|My neighbours and I} {heard|had} {nothing|no warning} {until|before} {the windows|our doors} {shook|broke}, and {then|by then} {it was|everything was} {dark|over}',
  '{Nobody|No minister} {came|has come} to {ask|see} {what we need|how we live}, {so we|and we} {will|shall} {dig|manage} {ourselves|alone}',
  '{I have|We have} {worked|served} here for {thirty|twenty} years and {never|not once} {saw|met} {such|so much} {fear|anger} in {ordinary people|the streets}',
  '{This|It} {is|will be} {a long|a hard} {winter|road}, but {the ovens|the schools} {will open|must stay open} and {nobody|no child} {will be|is going to be} {left out|forgotten}',
  '{Those responsible|Whoever signed this} {will|must} {answer|explain} {before a court|in public}, {and I|because we} {want|need} {names|answers} {by Friday|within the month}',
  '{Our|The} {cellars|stores} hold {flour|rice} for {nine|eleven} days, {after that|and then} {we depend|everyone depends} on {boats|luck} {alone|and little else}',
  '{There is|I see} no {reason|cause} for {panic|alarm}: {pumps|crews} {are running|work in shifts} and {the worst|the peak} {is behind us|has passed}',
  '{They|The men} {took|carried away} {the seed|our savings}, {the mule|the radio} and {even|at last} {the doors|the roof tiles}, {as if|though} {we|nobody} {were ghosts|lived there}',
  '{If|Should} {the bridge|the truce} {holds|hold}, {lorries|families} {can|could} {pass|return} {by Sunday|within days}; {if not|otherwise} {we start|all starts} {again|from nothing}',
  '{Every|Each} {bed|corridor} is {taken|full}, {we|nurses} {sleep|rest} {on tables|in turns}, and {the gauze|clean water} {ran out|was gone} {yesterday|at midnight}',
];
