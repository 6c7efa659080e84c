/** Personal names, to tell "Michael Jordan" and "Chad Smith" from countries. Lower case, without accents. */

/** Countries' names and demonyms that are also given names or family names. */
export const PERSONAL: ReadonlySet<string> = new Set(
  (
    'brazil britain chad chile cuba dane england english finn france french georgia german holland india ' +
    'ireland israel jordan kenya malta mali norman pole poland scot swede turk wales trinidad ' +
    'jersey cameroon guinea'
  ).split(' '),
)

/** Those that are given names, so that a family name may follow. */
export const GIVEN_LIKE: ReadonlySet<string> = new Set(
  'chad jordan israel georgia india kenya holland trinidad'.split(' '),
)

export const TITLES: ReadonlySet<string> = new Set(
  'ambassador capt captain col colonel dr gen judge lt maj mr mrs ms prof professor rep sen senator sgt sheriff'.split(
    ' ',
  ),
)

export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'aaron adam alan albert alex alexander alice amanda amy andrea andrew angela ann anna anne anthony arthur ashley ' +
    'barbara benjamin betty beverly bill billy bob bobby brandon brenda brian bruce bryan carl carol caroline catherine ' +
    'charles charlotte cheryl chris christina christine christopher cynthia dan daniel david deborah debra denise dennis ' +
    'diana diane donald donna dorothy douglas ed edward elizabeth emily emma eric ethan eugene evelyn frances frank fred ' +
    'gary george gerald gloria grace greg gregory hannah harold harry heather helen henry howard jack jacob jacqueline ' +
    'james jane janet janice jason jean jeff jeffrey jennifer jeremy jerry jesse jessica jim jimmy joan joe john johnny ' +
    'jonathan jose joseph joshua joyce juan judith judy julia julie justin karen karl kate katherine kathleen keith kelly ' +
    'kenneth kevin kim kimberly kyle larry laura lauren lawrence linda lisa logan louis louise madison margaret maria ' +
    'marie marilyn mark martha martin mary matt matthew megan melissa michael michelle mike nancy natalie nathan ' +
    'nicholas nicole noah olivia pamela patricia patrick paul peter philip phillip rachel ralph randy raymond rebecca ' +
    'richard robert roger ronald rose roy russell ruth ryan samantha samuel sandra sara sarah scott sean sharon shirley ' +
    'stephanie stephen steve steven stuart susan teresa terry theresa thomas tim timothy tom tyler vernon victoria vincent ' +
    'virginia walter wayne wendy william willie zachary'
  ).split(' '),
)

export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'adams alexander allen alvarez anderson andrews armstrong bailey baker barnes bell bennett berry boyd bradley brooks ' +
    'brown bryant burke burns butler campbell carlson carpenter carroll carter castillo castro chavez clark cole coleman ' +
    'collins cook cooper cox crawford cruz cunningham daniels davis diaz dixon duncan dunn edwards elliott ellis evans ' +
    'ferguson fernandez fisher flores ford foster fox franklin freeman garcia gardner gibson gomez gonzales gonzalez ' +
    'gordon graham grant gray green griffin gutierrez hall hamilton hansen harper harris harrison hart harvey hawkins ' +
    'hayes henderson henry hernandez herrera hicks hill hoffman holmes howard howell hudson hughes hunt hunter jackson ' +
    'jacobs james jenkins jensen jimenez johnson johnston jones keller kelley kelly kennedy kim king knight larson ' +
    'lawrence lee lewis long lopez lynch marshall martin martinez mason matthews mccoy mcdonald medina mendoza meyer ' +
    'miller mills mitchell montgomery moore morales moreno morgan morris morrison murphy murray myers nelson newman ' +
    'nguyen nichols okeeffe oliver olson ortiz owens palmer parker patterson payne perez perkins perry peters peterson ' +
    'phillips pierce porter powell price ramirez ramos reed reid reyes reynolds rice richards richardson riley rivera ' +
    'roberts robertson robinson rodriguez rogers romero rose ross ruiz russell ryan salazar sanchez sanders santiago ' +
    'schmidt schultz scott shaw simmons simpson sims sanders smith snyder soto spencer stanley stephens stevens stewart ' +
    'stone sullivan taylor thomas thompson torres tucker turner vargas vasquez wagner walker wallace ward warren watkins ' +
    'watson weaver webb weber welch wells west wheeler white williams williamson willis wilson wood woods wright young'
  ).split(' '),
)
