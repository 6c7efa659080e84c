/**
 * English words that stand so near the name of a country, or a word of such a name, that a search for slips of the
 * keyboard would take them for one ("finish", "station", "child"). Nobody who types them means a country.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    // Near the name of one word.
    'african africans alderman alexander alexanders alsatian americana americas angora antigens arabian arabians ' +
      'armbands athena athenian auspices balinese barbarian barbarians barbarous baritone baritones bavarian begin ' +
      'belie belike belive benign bohemian bohemians bonfire bonfires border breton britannia brunel brutish ' +
      'burgundy burka bursa cambrian cameron canadien caroline chariots chica chide child chili chill chime ching ' +
      'chink chino chins coats columbo comedian comedians comforts condo conga consoles cormorant creation ' +
      'creations croak croaks croft crost curb cyrus dales dames dances danishes dares dates dines ditch dominic ' +
      'dominick dominion dominions dominique dunes emanates embraces emigrate emigrated fares fiance fiendish finds ' +
      'fines finis finish finks foremost franc frances francis franco francs freshman freshmen gamba gambit geeks ' +
      'georgie georgina germaine germane germanic gorman granada grease greed green greens greet greets grenade ' +
      'grenades grenadier grenadiers grenadine guinness hellcats hellos hells hollander homeland hungry indie iron ' +
      'islanders javanese jerseys johanna kamala kayak kayaks kingston koran korma kurdish kurdistan labia legalese ' +
      'liberals libra librarian librarians lidia listeria macaw macho macro magnolia mahogany mail maladies ' +
      'malarial malcolm malign malt malts manana manganese mania manta marco marian marianna martians maser medico ' +
      'minor model mongo mongoloid mongoose mongrels nicer nigger pajama palatine pales panel panorama parisian ' +
      'peaking pecking peeing peeking perking persian persians perugia philistine philistines piles plague pokes ' +
      'poking poled police polished polisher polishes polls popes pores portland poses postural pristine proles ' +
      'puking reunions romano romantic ruffians salvador samba sampan sandman saran saurians scabbard sedan serena ' +
      'serfs serial shetland skittish slain slavonia slovenly solomon solvents span spawn sprain stain standard ' +
      'standards standish starting station stations stria stringent suede suedes surname surnamed surnames susan ' +
      'swain swami swamis swigs swims swish syriac taipan tasmania tasmanian thats thaws tiber timer timon tongs ' +
      'tonka training tripolis tucks tumor turds turfs turnkey turns tusks union viatical wades wages wakes walks ' +
      'walls walsh wanes warden wares waves waxes welch whales wiles woman women yamen',
    // Near a word in a name of several words ("now Guinea" is not New Guinea).
    'ab accidental acres ad add adds ago aid aisle alan aloha am an ana ann ant any apart ape ar arabic arc ares ' +
      'art auf authorize aw ax ay baba back bam ban band bands bane bang banks bar bark base bases bass baton bay ' +
      'beard beast bee bein best blank bong bongo book bran broad bunk butch cab cabs cafe cage cake cam came can ' +
      'cane cap caper caps care cart case cast cave che chin christian christians clan coat cock cocks coco cocoa ' +
      'code coke cole columbine come cone consideration cooks cool coon coop cooperative cope core cork cost costs ' +
      'cot county cover crab creek crook cute da dad dam dan dare dark darn dart das data day dear dee deli ' +
      'democrat democrats denies dependent dew diet dingo dinner dish doc dome domino dong dose dove down dry ear ' +
      'ease easy eat eats ee end erica est estate estates faint fan far farce fare farmer fart fast fatso fay feast ' +
      'fee feeling feelings fella fest few fires fishy fist flan fling foot for ford fore fork form formed formerly ' +
      'forth forty franchise frying fur gala gator gay gaze gee geek generated generation gland glands gong gook ' +
      'gorge gown grab gran ham han hand hands hang hank hard hart hast hay he head hear hears heart heller helper ' +
      'hep herb herbs herd hing hint hires hog hogg hold hole holly holt home hon honk hook hose hung hutch idle ' +
      'imperative independence informer inland iris iron ja jab jag jam jane jap jar jaw jay jean jest jew jin joe ' +
      'join joins joke josh jun kam kang kay keeping king kitty knew la lab lac lad lads lag lam land lanes lap las ' +
      'last law lax lay least lee lesbians lest lew lint lo load lone long longer loo look lose louie love lucid ' +
      'lying ma mac mad mae mag main mal mam mama mano manor many map mar mara margin marijuana marina marine ' +
      'marines marlin marshal marshals mart martian martini martinis mas mast mat mate math mats matt max may maya ' +
      'mean men meter miner minors mint moan mon mort mouth move na naam nag nah name nan nana nap nat navy naw ne ' +
      'nest net news newt nor nose note nova now nuke nun nut occurred oceans onion operating operation operatives ' +
      'ora our outgoing own pa paco pact pad page pain paint pal pam pan pap papa par para park parts party pas ' +
      'past pat paw pay pee peer pen penis pens pep per pest peters pi pierce pint pity plan poet pong pongo pork ' +
      'porn porno ports pose post pot prep price princes princess principal principle principles providence ram ran ' +
      'rand rank rap rape raw ray re read reap reb rec red ref reg rem ren republican republicans rest reunited rev ' +
      'rex rice rich rick rip roads roam roar roast rod rook rose sac sad saints sal sam sand sands sandwiches sane ' +
      'sang sank santos sap sark sat sauna saw sax say scan scar sea sec seed seek seem seen seer sees semi sen ' +
      'sent sera set sew sex shan she si sin sing sink sinner sins sir sit skate skates ski slander slate so soar ' +
      'some son song sort soviets span specialist spin sport stage stages stake stakes stale star stare stares ' +
      'starters stat stated stats statue statues status strap stripe strips sue sun supper swan ta tab tad tag tai ' +
      'taj tam tame tan tank tao tap tape tar tart tate tax te tee territorial terry test thaw thee them then they ' +
      'thong thy tie tiger time tires toad toast toe tom tomb ton tone tong took tore torn tow towns trance treat ' +
      'trench trip tux unions unite valentine van vast verge verse versions vest vet via vial vie view vile villa ' +
      'viola virginia virgins visa viva voila volts vote wan wand war wart way wee went wept wet winner wires wish ' +
      'worth wrench yank yay yep youth yuan',
  ].flatMap((words) => words.split(' ')),
)
