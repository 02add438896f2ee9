"""English words, and how they are written in running text: with a capital, or without.

How the list came about: the words are those of SCOWL (Debian's `wamerican` and, of its smaller
size, `wbritish-small`, 2020.12.07) that occur in the public prompts and answers which `bench
benefit --data` reads, and of those that do not, the short and common ones. Some 250 newer ones
were added by hand. Which want a capital was counted in the same texts, in mid-sentence: share of
capitals with no other capital beside it, and with one. Plurals in -s of a word that is here are
left out: `spelling.py` knows them. No text of that data is here, single words only.

SCOWL is Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and
sell these word lists, the associated scripts, the output created from the scripts, and its
documentation for any purpose is hereby granted without fee, provided that the above copyright
notice appears in all copies and that both that copyright notice and this permission notice appear
in supporting documentation. Kevin Atkinson makes no representations about the suitability of this
array for any purpose. It is provided "as is" without express or implied warranty.
"""

from __future__ import annotations

# Always with a capital.
NAMES = frozenset(
    """
    Aaron Abbasid Abbott Abby Abdul Abe Abel Aberdeen Abernathy Abidjan Abigail Abner Abraham Abram
    Abrams Abuja Abyssinia Abyssinian Accra Acevedo Achebe Acton Acuff Ada Adam Adams Addams
    Addison Adelaide Aden Adenauer Adidas Adler Adolf Adolfo Adolph Adrian Adriana Adriatic
    Adventist Aegean Aeneid Aeschylus Afghanistan Africa African Africans Afrikaners Afro Agamemnon
    Agassi Agnes Agni Agra Aguilar Aguirre Ahmad Ahmed Ahriman Aida Aiken Ainu Airedale Aires Aisha
    Ajax Akbar Akron Ala Alabama Aladdin Alamo Alamogordo Alan Alana Alaska Albania Albanian Albany
    Albert Alberta Alberto Albion Albuquerque Alcoa Aldrin Alec Alejandro Aleppo Alex Alexander
    Alexandra Alexandria Alexis Alfonso Alfred Alfredo Algeria Algerian Algiers Algonquin Ali Alice
    Alicia Alisa Alisha Alison Alistair Allahabad Allan Allegheny Allen Allende Allie Allison
    Almaty Almohad Almoravid Alonzo Alps Alsace Alsatian Alston Alta Altair Altamira Althea Altman
    Altoids Alton Alva Alvin Alyssa Alzheimer Amadeus Amalia Amanda Amarillo Amaterasu Amazon
    America American Americana Americans Americas Amerindian Ames Amharic Amherst Amish Amman Amos
    Amritsar Amsterdam Amtrak Amur Amy Ana Anaheim Anasazi Anastasia Anatolia Anatolian Andalusia
    Andalusian Andaman Andean Andersen Anderson Andes Andorra Andre Andrea Andrei Andres Andrew
    Andrews Andromeda Andy Angara Angela Angeles Angelico Angelina Angelo Angie Anglia Anglican
    Anglicans Anglo Angola Anguilla Angus Anita Ankara Ann Anna Annabelle Annapolis Anne Annie
    Anselm Antarctic Antarctica Anthony Anthropocene Antigone Antigua Antilles Antioch Antofagasta
    Antoine Antoinette Anton Antonia Antonio Antony Antwan Antwerp Apache Aphrodite Apia Apollo
    Appalachian Appomattox Apr April Aquafresh Aquarius Aquila Aquinas Aquitaine Ara Arab Arabia
    Arabian Arabic Arabs Aral Arawak Arcadia Archibald Archie Archimedes Arden Arecibo Argentina
    Argentine Argo Ariadne Aries Aristotelian Aristotle Arizona Arjuna Arkansas Arkhangelsk Arlene
    Arlington Armageddon Armand Armando Armenia Armenian Armstrong Arnhem Arno Arnold Arrhenius
    Artemis Arthur Arthurian Artie Arturo Aruba Aryan Ashcroft Ashe Ashley Asia Asian Asians
    Asiatic Asimov Asmara Asperger Assam Assamese Assisi Assyrian Aston Astor Astoria Asturias
    Atacama Atari Athena Athenian Athens Atkins Atlanta Atlantic Atlantis Attica Atwood Aubrey
    Auckland Audi Audion Audrey Aug Augean Augsburg Augusta Augustine Augustus Aurangzeb Aurelia
    Aurelius Auschwitz Austen Austerlitz Austin Australasia Australia Australian Australians
    Australopithecus Austria Austrian Austrians Austronesian Ava Ave Avery Avila Avondale Ayala
    Aymara Azerbaijan Azerbaijani Azores Aztec Aztecs Baathist Babbitt Babur Babylon Babylonian
    Bacardi Bacchus Bach Baez Baffin Baghdad Bahama Bahamas Bahamian Bahia Bahrain Baidu Baikal
    Bailey Baird Bakersfield Baku Balboa Baldwin Balearic Bali Balinese Balkan Balkans Ballard
    Baltic Baltimore Bamako Bandung Bangalore Bangkok Bangladesh Bangladeshi Banjarmasin Bantu
    Bantus Baptist Baptiste Barack Barbadian Barbados Barbara Barbary Barbie Barbra Barbuda
    Barcelona Barceloneta Bardeen Barents Barkley Barlow Barnard Barnes Barnum Barr Barranquilla
    Barrett Barrie Barron Barry Bart Bartholomew Bartlett Barton Baruch Basel Basque Basseterre
    Bastille Batista Batman Bauer Bavaria Bavarian Baxter Bayer Bayes Bayesian Bayeux Baylor
    Beatlemania Beatles Beatrice Bechtel Becker Becky Bedouin Beecher Beethoven Beeton Beijing
    Beirut Belarus Belfast Belgian Belgium Belize Bellamy Bellingham Belmont Ben Benares Benedict
    Benelux Benetton Bengal Bengali Benin Benito Benjamin Bennett Bennie Benny Benson Bentham
    Bentley Benton Benz Berber Bergen Berger Bergman Bering Berkeley Berkshire Berlin Berliner
    Bermuda Bermudas Bern Bernadette Bernard Bernardo Bernays Berne Bernie Bernoulli Bernstein Bert
    Bertha Bertillon Bertrand Berwick Bess Bessie Beth Bethany Bethesda Bethlehem Betsy Bette Betty
    Beverly Bhopal Bhutan Biden Bigfoot Bilbo Billie Binghamton Birmingham Bismarck Blackburn
    Blacksburg Blackstone Blackwell Blaine Blair Blake Blantyre Bligh Blondie Bloomington
    Bloomsburg Bloomsbury Blu Blucher Bluetooth Bobbi Boccaccio Boeing Boeotia Boer Bogart Bohemia
    Bohr Boise Boleyn Bolivar Bolivia Bollywood Bolshevik Bolsheviks Bolton Boltzmann Bombay
    Bonaparte Bonita Bonn Bono Booker Boolean Boone Bordeaux Borden Borg Borges Boris Bork Borneo
    Bosch Bose Bosnia Boston Botox Botswana Boulez Bowen Bowery Bowie Boyd Boyle Bradbury Bradford
    Bradley Brady Brahma Brahman Brahmin Brahmins Brandenburg Brando Brandon Brandt Brant
    Bratislava Brattain Brazil Brazilian Brazilians Brazos Brazzaville Breckenridge Bremen
    Bremerton Brenda Brendan Brenner Brent Brest Breton Brett Brexit Brezhnev Brian Brianna
    Bridalveil Bridgeport Bridget Bridgetown Brie Briggs Brighton Brigid Brigitte Brisbane Bristol
    Brit Britain Britannic Britannica British Britney Britons Brittany Britten Brno Broadway Brock
    Brokaw Bronx Brooke Brooklyn Bros Browne Brownian Brownsville Bruce Brummel Brunei Bruno
    Brunswick Brussels Brutus Bryan Bryant Bryce Buchanan Buckingham Buckner Budapest Buddha
    Buddhism Buddhist Buddhists Budweiser Bugatti Buick Bujumbura Bulgaria Bulgarian Bundestag
    Bunsen Burch Burgess Burgundies Burlington Burma Burmese Burnett Burnside Burroughs Burt Burton
    Burundi Bushnell Byers Byrd Byron Byzantine Byzantines Byzantium Cabernet Cabot Cabral Cadillac
    Caesar Cahokia Cain Cairo Caitlin Calais Calcutta Calder Caldwell Caleb Caledonia Calgary
    Calhoun Cali California Californians Callahan Callao Callie Callisto Calvary Calvin Calvinist
    Calvinists Cambodia Cambodian Cambrian Cambridge Camelopardalis Camelot Camembert Cameron
    Cameroon Camille Campbell Campinas Campos Camry Canaan Canada Canadian Canadians Canaveral
    Canberra Cancun Candace Candice Candide Cannes Canterbury Cantonese Capistrano Capitoline Capra
    Capricorn Cara Caracas Carbondale Cardiff Caribbean Carl Carla Carlo Carlos Carlsbad Carlson
    Carlton Carly Carmela Carmelo Carmen Carnegie Carney Carnot Carole Carolina Caroline Carolyn
    Carr Carrie Carrillo Carroll Carson Carter Cartesian Carthage Cartier Cartwright Cary
    Casablanca Casandra Casey Casper Caspian Cassandra Cassie Cassius Castillo Castro Catalan
    Catalonia Cathay Catherine Cathleen Catholic Catholicism Catholics Cato Catskill Caucasian
    Caucasus Cauchy Cavendish Cavour Cayman Cebuano Cecelia Cecil Cecilia Celeste Cellini Celtic
    Celtics Centaurus Cerberus Ceres Cervantes Cesar Cessna Ceylon Chadwick Chaitanya Champaign
    Chan Chandra Chanel Chang Changsha Chanukah Chapman Charlene Charles Charleston Charlie
    Charlotte Charlottesville Charmaine Charon Chavez Che Cheerios Cheetos Cheever Chekhov Chelsea
    Chelyabinsk Chen Cheney Chengdu Chennai Cheri Chernobyl Cherokee Cheryl Chesapeake Cheshire
    Chester Chevalier Chevrolet Chevy Cheyenne Chianti Chicago Chico Chilean Chimu China Chinatown
    Chinese Chittagong Chloe Choctaw Chomsky Chongqing Chopin Chris Christ Christa Christchurch
    Christendom Christensen Christi Christian Christianity Christians Christie Christina Christine
    Christmas Christopher Chrysler Churchill Cicero Cid Cincinnati Cinderella Cindy Cisco Citroen
    Claiborne Claire Clairol Clancy Clapton Clara Clare Clarence Clark Clarke Claude Claudia
    Claudio Claus Clausius Clayton Clemenceau Clemens Clementine Clemons Clemson Cleo Cleopatra
    Cleveland Cliburn Clifford Clifton Clinton Clio Clive Clouseau Clovis Cobain Cobb Cochin
    Cocteau Cody Cohen Coimbatore Colbert Colby Cole Coleman Colgate Colin Collin Collins Colo
    Colombia Colombian Colombians Colorado Coltrane Columbia Columbus Com Como Comoros Compaq
    Compton Comte Conan Concorde Conestoga Confucian Confucianism Cong Congo Congolese Conley Conn
    Connecticut Conner Connery Connie Connors Conrad Constance Constantine Constantinople Conway
    Cooke Coolidge Coors Copacabana Copenhagen Copernican Copernicus Copley Coppola Coptic Cora
    Cordelia Cordoba Corey Corfu Corinne Corinth Corinthian Corinthians Coriolis Corleone Cornelia
    Cornelius Cornell Cornish Cornwall Corsica Corsican Cortes Corvette Cosby Cossack Costco
    Courtney Coventry Covington Craig Crawford Creighton Cretaceous Cretan Crete Crichton Crimea
    Crimean Cristina Croatia Croatian Croce Crockett Cromwell Cronus Crosby Cruz Cuba Cuban Cullen
    Cumberland Cunard Cunningham Curtis Cuvier Cyclops Cygnus Cynthia Cypriot Cyprus Cyrillic Cyrus
    Czech Czechia Czechoslovakia Dada Daguerre Daimler Dakar Dakota Dalai Dali Dallas Damascus
    Damian Damien Damon Dan Dana Danbury Dane Daniel Danielle Daniels Danish Danny Dante Danube
    Danubian Danville Darby Dario Darius Darjeeling Darla Darlene Darrell Darren Darrin Darryl
    Darth Dartmouth Darwin Darwinian Darwinism Daryl Daugherty Dave David Davidson Davies Davis
    Davy Dawes Dawson Dayton Deanna Debbie Debian Deborah Debra Dec Decalogue Decca Deccan December
    Decker Dedekind Dee Deimos Deirdre Delacroix Delano Delaware Delbert Delhi Delia Delmarva
    Delphi Delphic Demeter Democritus Deng Denis Denise Denmark Dennis Denny Denton Denver Deon
    Depp Derek Descartes Desmond Detroit Deuteronomy Devi Devon Devonian Dewayne Dewey Dexter Dhaka
    Diana Diane Diaz Dickens Dickerson Dickinson Dickson Diego Dijon Dillon Diocletian Dionysus
    Dior Dirac Disney Disneyland Disraeli Diwali Dix Dixie Dixieland Dixon Django Djibouti Dmitri
    Dnieper Doberman Dodson Doha Dolores Domingo Dominguez Dominic Dominica Dominican Dominick Dona
    Donald Donaldson Donatello Donetsk Donna Donnie Donny Donovan Doolittle Dora Doreen Dorian
    Doris Doritos Dorothea Dorothy Dorset Dorsey Dortmund Dostoevsky Doubleday Doug Douglas
    Douglass Douro Dover Dow Doyle Draco Dracula Dravidian Dresden Dreyfus Dropbox Dubai Dublin
    Duchamp Dudley Duffy Dulles Dumas Dumbledore Dumbo Duncan Dunkirk Dunn Durant Durham Durkheim
    Dustin Dutch Dvina Dwayne Dwight Dylan Dyson Eakins Earle Earp Easter Eastman Eaton Ebert Ebola
    Ebro Ecuador Edam Eddie Eden Edgar Edinburgh Edison Edith Edmond Edmonton Edmund Edna Eduardo
    Edward Edwardian Edwards Edwin Effie Egypt Egyptian Egyptians Ehrlich Eichmann Eiffel Eileen
    Einstein Eire Eisenhower Eisenstein Eisner Elaine Elam Elanor Elba Elbe Eleanor Elena Eli Elias
    Elijah Elisabeth Elise Elisha Eliza Elizabeth Elizabethan Ella Ellen Ellesmere Ellie Elliot
    Elliott Ellis Ellison Elmo Elsa Elsie Elton Elvira Elvis Elway Emanuel Emerson Emil Emile
    Emilia Emilio Emily Eminem Emma Emmanuel Emmett Emmy Eng Engels England English Englishman
    Enoch Enrico Enrique Eocene Epcot Epictetus Epicurus Epstein Erasmus Eratosthenes Eric Erica
    Erich Ericsson Erie Erik Erika Erin Eritrea Erna Ernest Ernestine Ernesto Ernie Ernst Eros
    Errol Erwin Escher Escherichia Eskimo Eskimos Esq Essex Estelle Esther Estonia Estonian Estrada
    Ethan Ethel Ethernet Ethiopia Ethiopian Ethiopians Etruscan Eucharist Euclid Euclidean Eugene
    Euler Eunice Euphrates Eurasia Eurasian Europa Europe European Europeans Eustachian Eustis Eva
    Evan Evans Evelyn Everest Everett Evert Ewing Excalibur Excellency Exxon Eyre Ezekiel Ezra
    Fabian Facebook Fahrenheit Fairbanks Falkland Falklands Falwell Fannie Faraday Fargo Farley
    Farrell Farsi Fatima Fatimid Faulkner Faust Fayetteville Feb February Felipe Felix Ferdinand
    Fergus Ferguson Fermat Fermi Fernandez Fernando Ferrari Ferraro Ferrell Fichte Fidel Figueroa
    Fiji Filipino Filipinos Finland Finley Finn Finnish Finns Firefox Fischer Fisk Fitch Fitzgerald
    Fitzpatrick Flanagan Fleming Flemish Fletcher Florence Florentine Flores Florida Floyd Flynn
    Foley Folsom Fomalhaut Forbes Forrest Forster Fowler France Frances Francis Franciscan
    Francisco Franco Frankenstein Frankfurt Frankie Franklin Franz Fraser Fred Freda Freddie Freddy
    Frederic Frederick Fredericksburg Fredric Freida Fremont Frenchman Frenchmen Freon Fresnel
    Fresno Freud Freudian Frey Freya Fri Friday Fridays Friedman Frisco Frisian Fritz Fromm Frye
    Fuchs Fuentes Fukuoka Fulbright Gabon Gabriel Gabrielle Gadsden Gaelic Gagarin Gaia Gail Gaiman
    Gaines Gainesville Galapagos Galbraith Galilean Galilee Galileo Gallagher Gallegos Gallic Gallo
    Gallup Galois Galveston Gambia Gandhi Ganesha Ganges Ganymede Garcia Gardner Garfield Garibaldi
    Garrett Garrick Garry Garth Garvey Gary Garza Gatling Gatsby Gatun Gaul Gauss Gaussian Gautama
    Gautier Gavin Gayle Gaza Geller Gemini Geneva Genoa Geo Geoffrey George Georges Georgetown
    Georgia Georgian Gerald Geraldine Gerard Gerber German Germanic Germans Germany Geronimo Gerry
    Gershwin Gertrude Getty Gettysburg Ghana Ghanaian Ghanian Ghanians Ghats Giacometti Gibbs
    Gibraltar Gibson Gideon Gil Gilbert Gilberto Gilchrist Gilda Giles Gilgamesh Gillette Gillian
    Gilligan Gilmore Ginny Ginsberg Ginsburg Giovanni Giuseppe Giza Gladys Glaser Glasgow Gleason
    Glenn Glenna Gloria Goa Gobi Goddard Goethe Goff Gogol Golda Goldberg Goldie Goldman Goldwyn
    Golgi Golgotha Gomez Gonzales Gonzalez Gonzalo Goodall Goodman Goodwin Google Gorbachev Gordon
    Gotham Gothic Gouda Gould Gracie Grafton Graham Grammy Granada Greece Greek Greeks Greeley
    Greene Greenland Greenpeace Greensboro Greenwich Greg Gregg Gregorian Gregorio Gregory Grenada
    Grenadines Grendel Grenoble Gresham Greta Gretchen Griffith Gris Grotius Grover Grumman
    Guadalcanal Guadalquivir Guadalupe Guam Guangzhou Guatemala Guatemalan Gucci Guevara Guggenheim
    Guiana Guido Guillermo Guinean Guinevere Guinness Guizot Gujarat Gujarati Gumbel Gunther Gupta
    Gus Gustav Gustavo Guthrie Gutierrez Guyana Guyanese Gwalior Gwen Gwendolyn Hades Hadoop
    Hadrian Hafiz Hague Hahn Haiti Haitian Hakluyt Hal Haley Halifax Halley Halliburton Hallie
    Halloween Hals Haman Hamburg Hamill Hamilton Hammerstein Hammett Hammond Hampshire Hampton Han
    Hancock Handel Hanford Hangzhou Hanna Hannah Hannibal Hanoi Hanover Hans Hanson Hanukkah Harare
    Hardin Harding Hargreaves Harlem Harley Harlow Harmon Harold Harper Harrell Harriet Harriett
    Harrington Harris Harrisburg Harrison Hartford Hartman Harvard Harvey Hasbro Hastings Hatfield
    Hathaway Hausa Hausdorff Havana Hawaii Hawaiian Hawkins Hawthorne Hayden Hayes Hearst Hebrew
    Hecate Hegel Hegelian Heidelberg Heidi Heineken Heinlein Heinrich Heinz Heisenberg Heisman
    Helen Helena Helene Helga Helios Hellenic Hellenistic Heller Helsinki Hemingway Henderson
    Hendrix Hennessy Henri Henrietta Henry Henson Hepburn Hera Heraclitus Herbert Herculaneum
    Hercules Herman Hermes Herrera Herschel Hersey Hershey Herzegovina Hewlett Hezekiah Hickman
    Hickok Hieronymus Highlander Hilary Hilbert Hilda Hilfiger Hillary Hilton Himalaya Himalayas
    Hindenburg Hindi Hindu Hinduism Hindustan Hindustani Hines Hinton Hiram Hiroshima Hispanic
    Hispanics Hispaniola Hitachi Hitchcock Hitler Hobart Hobbes Hobbs Hoffman Hofstadter Hogarth
    Hogwarts Hohokam Hokkaido Holden Holland Holloway Hollywood Holmes Holocene Holst Holt Homeric
    Honda Honduran Honduras Honeywell Hong Honiara Honolulu Honshu Hooper Hoover Hopewell Hopkins
    Hormuz Horowitz Horton Horus Houston Howard Howe Howell Howells Huang Hubbard Hubble Huber
    Hubert Hudson Huerta Huey Huffman Hugh Hughes Hugo Huguenots Hui Humboldt Hume Hummer Humphrey
    Hungarian Hungarians Hungary Huns Huntington Hurley Huron Hurst Hus Hussein Hussite Huston
    Hutchinson Hutton Hutu Huxley Huygens Hyde Hyderabad Hyperion Hyundai Ian Iberia Iberian Ibsen
    Icahn Icarus Iceland Icelandic Ida Idaho Ignatius Igor Ike Iliad Illinois Ina Inca Incas India
    Indian Indiana Indianapolis Indians Indies Indio Indira Indochina Indonesia Indonesian Indore
    Indra Indus Indy Ingram Ingrid Instagram Internationale Interpol Ionian Iowa Iphigenia Ira Iran
    Iranian Iranians Iraq Iraqi Ireland Irene Irish Irkutsk Iroquois Irrawaddy Irvin Irving Irwin
    Isaac Isabel Isabela Isabella Isabelle Ishtar Isis Islam Islamabad Islamic Islamism Islamist
    Ismail Israel Israeli Israelis Istanbul Isuzu Italian Italians Italy Itasca Ivan Ivanhoe Ives
    Izanagi Izanami Jackie Jackson Jacksonian Jacksonville Jaclyn Jacob Jacobi Jacobite Jacobs
    Jacques Jacuzzi Jagger Jaime Jain Jainism Jaipur Jakarta Jake Jamaal Jamaica Jamaican Jamal
    Jame James Jamie Jan Jana Jane Janet Janis Janna January Janus Japan Japanese Jared Jarvis
    Jason Jataka Java Javanese Javier Jayne Jayson Jean Jeanette Jeanine Jeanne Jed Jedi Jeff
    Jefferson Jeffersonian Jeffery Jeffrey Jenifer Jenkins Jenna Jenner Jennie Jennifer Jennings
    Jenny Jensen Jeremiah Jeremy Jermaine Jerome Jerry Jerusalem Jess Jesse Jessica Jessie Jesuit
    Jesuits Jesus Jew Jewell Jewish Jews Jilin Jill Jim Joan Joanna Joanne Joaquin Jocasta Jodi
    Jodie Jody Joe Joel Joey Johann Johanna Johannes Johnathan Johnathon Johnny Johnson Johnston
    Johnstown Jolene Jon Jonah Jonas Jonathan Jones Joni Joplin Jordan Jorge Jose Josef Joseph
    Josephine Joshua Josiah Josie Josue Jove Joyce Juan Juana Jubal Judaism Judas Judd Jude Judith
    Judson Judy Jul Jules Julia Julian Julie Juliet Juliette Julio Julius July Jun June Juneau Jung
    Jungian Juno Jupiter Jurassic Justin Justinian Jutland Juvenal Kabul Kafka Kafkaesque Kaifeng
    Kaiser Kalahari Kalamazoo Kali Kamchatka Kannada Kanpur Kansas Kant Kantian Kara Karachi Kareem
    Karen Karenina Kari Karl Kashmir Kasparov Kate Katelyn Katherine Kathiawar Kathleen Kathrine
    Kathryn Kathy Katie Katina Katmai Katowice Katrina Katy Kauai Kaufman Kaunas Kawasaki Kay Kaye
    Kayla Kazakhstan Kazan Keaton Keenan Keith Keller Kelley Kellogg Kelly Kelsey Kelvin Kendall
    Kendra Kendrick Kenmore Kennedy Kenneth Kenny Kent Kentucky Kenya Kenyan Kenyans Kenyon Keri
    Kermit Kern Kerouac Kerr Kerry Kevin Kevlar Keynes Keynesian Khartoum Khmer Khrushchev Khufu
    Khulna Kidd Kiev Kikuyu Kim Kimberly Kingston Kinsey Kinshasa Kipling Kirby Kiribati Kirk
    Kirkland Kirkpatrick Kirov Kirsten Kissimmee Kitakyushu Klan Klaus Kleenex Klein Klingon
    Klondike Knickerbocker Knossos Knowles Knox Knoxville Kobe Kodachrome Kodak Kong Kongo Konrad
    Koontz Korea Korean Koreans Kosciusko Kosygin Kowloon Kraft Kramer Krasnodar Krebs Kremlin Kris
    Krishna Krista Kristen Kroc Kruger Krupp Kshatriya Kublai Kuomintang Kurdish Kurdistan Kurt
    Kuwait Kwakiutl Kwan Kyle Kyoto Kyrgyzstan Kyushu Labrador Ladoga Lafayette Lafitte Lagos
    Lagrange Lahore Laius Lakshmi Lamar Lambert Lamborghini Lana Lancashire Lancaster Lancelot
    Landon Lang Langerhans Lanka Lanny Lansing Laos Lara Laramie Laredo Larry Larsen Larson Lassen
    Latin Latino Latinos Latvia Latvian Lauder Laura Lauren Laurence Laurent Lauri Laurie Laval
    Lawrence Lawson Lawton Lazarus Leah Leanne Lear Learjet Leary Lebanese Lebanon Lebesgue Leblanc
    Leda Leeds Leeuwenhoek Leibniz Leicester Leiden Leigh Leila Leipzig Leland Lemuel Lenin
    Leninism Leninist Lennon Lenny Lenoir Leo Leon Leona Leonard Leonardo Leonid Leonidas Leonor
    Leopold Leroy Lesley Leslie Lesotho Lester Leticia Letterman Levant Levi Levine Lewis Lexington
    Lexus Lhasa Lhotse Liberia Libra Libreville Libya Libyan Libyans Lieberman Liechtenstein Lilian
    Lilith Lille Lillian Lilliputians Lilly Lilongwe Lima Lin Lincoln Lind Linda Lindsay Linnaeus
    Linus Linux Lionel Lisa Lisbon Lissajous Liszt Lithuania Lithuanian Livermore Liverpool Livia
    Livonia Liz Lizzie Lizzy Ljubljana Llewellyn Lloyd Locke Lockheed Lodi Logan Loire Lois Loki
    Lola Lolita Lombard Lombardi Lombardy Lon London Lopez Lora Loren Lorenz Lorenzo Lori Lorie
    Lorna Lorraine Los Lou Louie Louis Louise Louisiana Louisville Louvre Lovecraft Lovelace Lowe
    Lowell Loyola Ltd Lubbock Lucas Luce Lucia Lucien Lucknow Lucretius Lucy Luddite Ludwig
    Luftwaffe Luigi Luis Luke Lula Lulu Luna Lupe Luria Lusitania Luther Lutheran Lutherans
    Luxembourg Luxembourger Luzon Lycra Lyell Lyman Lyme Lynda Lyndon Lynn Lynne Lyon Lyra Mac
    Macao Macbeth Macedon Macedonia Macedonian Mach Machiavelli Macintosh Mack Mackenzie Mackinac
    Macmillan Madagascar Madeira Madeline Madison Madonna Madras Madrid Madurai Mae Mafia Magdalene
    Magellan Maggie Maghreb Magyar Mahabharata Maharashtra Mahavira Mahayana Mahdi Mai Maiman Maine
    Maisie Maj Malabar Malacca Malawi Malay Malayalam Malayan Malaysia Malaysian Malcolm Maldives
    Mali Mallory Malone Malta Malthus Manama Manchester Manchuria Mancini Mandela Mandelbrot Mandy
    Manfred Manhattan Mani Manila Manitoba Mann Mansfield Manuel Mao Maoism Maoist Maori Maputo
    Mara Maratha Marathi Marc Marcel Marcelo Marcia Marco Marconi Marcos Marcus Marcy Margaret
    Margery Margie Marguerite Marian Mariana Marianas Mariano Marie Marilyn Marin Mario Marion
    Marisa Marissa Marius Marjorie Markov Marla Marlboro Marlborough Marlene Marlon Marne Marquette
    Marquez Marrakesh Marriott Marseilles Marshall Marta Martel Martha Martina Martinez Martinique
    Marty Marvin Marx Marxism Marxist Mary Maryland Masai Masefield Massachusetts Mather Mathew
    Matilda Matisse Matlab Mattel Matthew Matthias Mattie Maud Maui Maureen Maurice Mauritania
    Mauritius Mauro Mauryan Maximilian Maxine Maxwell Maya Mayan Mayer Maynard Mays Mazarin Mazda
    Mazzini Meade Medicaid Medici Medina Mediterranean Megan Meiji Meir Mel Melanesia Melanie
    Melbourne Melinda Melissa Mellon Melvin Memphis Mendocino Mendoza Menelik Menuhin Merced
    Mercedes Mercer Meredith Merlin Merlot Merrick Merrill Merrimack Merton Mesolithic Mesopotamia
    Messiaen Metallica Methodism Methodist Metternich Meuse Mexican Mexico Meyer Meyers Mia Miami
    Micah Michael Micheal Michel Michelangelo Michele Michelin Michelle Michigan Mick Micky
    Micronesia Microsoft Midas Middleton Middletown Midwestern Miguel Mikhail Milan Mildred
    Millicent Millie Milo Milton Milwaukee Mimi Minerva Ming Minneapolis Minnesota Minoan Minoans
    Minos Minotaur Minsk Minsky Miocene Mir Miranda Miriam Mississippi Mississippian Missouri Missy
    Mitch Mitchel Mitchell Mithridates Mitsubishi Mitzi Moe Mohamed Mohammad Mohammed Mohawk Mojave
    Moldavia Moldova Mollie Molly Molokai Molotov Mombasa Mon Mona Monaco Monday Mondays Monet
    Mongol Mongolia Mongols Monica Monmouth Monongahela Monroe Mons Mont Montana Monte Montenegro
    Monterey Monterrey Montesquieu Montessori Montevideo Montezuma Montgomery Montreal Monty Moog
    Mooney Moore Moorish Moravia Moravian Moreno Morgan Moriarty Morin Morley Mormon Mormons
    Moroccan Moroccans Morocco Morpheus Morris Morristown Morse Mortimer Morton Moscow Moselle
    Moses Mosley Motorola Motown Mozambique Mozart Mrs Mubarak Muhammad Muir Mulder Mullen Muller
    Multics Mumbai Munich Munro Muppet Murdoch Murmansk Murphy Murray Muscovy Muslim Muslims
    Mussolini Myanmar Mycenae Mycenaean Myers Myra Myrdal Myron Mysore Myst Nabisco Nabokov Nadia
    Nadine Nagasaki Nagoya Nagpur Nairobi Naismith Nam Namibia Nan Nanak Nancy Nanjing Nantes Naomi
    Napa Naples Napoleon Napoleonic Narmada Narragansett Nash Nashville Nassau Nat Natalie Natasha
    Nate Nathan Nauru Navajo Navarre Navarro Navratilova Nazareth Nazca Nazi Nazis Neal Neanderthal
    Neapolitan Nebraska Ned Nefertiti Negro Nehemiah Nehru Neil Nell Nelly Nelson Neo Neolithic
    Nepal Nepalese Nepali Neptune Nestor Netflix Netherlands Netscape Netzahualcoyotl Nevada Nevis
    Newark Newcastle Newfoundland Newman Newport Newtonian Nguyen Niagara Nicaea Nicaragua Nicholas
    Nichole Nicholson Nicklaus Nicobar Nicodemus Nicola Nicolas Nicole Nielsen Nigel Niger Nigeria
    Nigerian Nike Nikita Nikki Nikolai Nikon Nile Nimitz Nina Nintendo Niobe Nippon Nissan Nita
    Nixon Nkrumah Noah Nobel Noelle Noh Nolan Nome Nora Norbert Nordic Norfolk Norman Normandy
    Normans Norris Norse Norseman Norsemen Northampton Northrop Norton Norway Norwegian Norwich
    Nottingham Nov November Novgorod Noyce Nubia Nunavut Nuremberg Oahu Oakland Oakley Oates Oaxaca
    Obama Oberlin Ocaml Oceania Oct Octavia October Odell Oder Odessa Odis Odom Odysseus Oedipal
    Oedipus Offenbach Ohio Okhotsk Okinawa Okla Oklahoma Oktoberfest Olaf Olajuwon Olduvai Olga
    Oliver Olivia Olivier Olmec Olmsted Olsen Olson Olympia Olympiad Olympians Olympic Olympics
    Olympus Omaha Oman Omar Oneida Ono Ontario Opel Ophelia Oppenheimer Oprah Orbison Oregon Oreo
    Orion Orkney Orlando Orleans Orly Orr Ortega Ortiz Orval Orwell Orwellian Osaka Osborne Oscar
    Osgood Oslo Osman Osvaldo Othello Otis Ottawa Otto Ottoman Owen Owens Oxford Pablo Pacheco
    Pacino Packard Pahlavi Paige Paine Pakistan Pakistani Pakistanis Palau Paleocene Paleogene
    Paleolithic Paleozoic Palestine Palestinian Paley Palmer Palmolive Palmyra Pam Pamela Panama
    Panamanian Panasonic Pandora Pankhurst Paraguay Pareto Paris Parisian Parker Parkinson Parmesan
    Parsi Parthia Pasadena Pascal Passover Pasteur Patagonia Patel Paterson Patna Patrice Patricia
    Patrick Patterson Patti Patton Paul Paula Pauli Pauline Pauling Pavlov Pawnee Payne Peabody
    Pearson Pecos Pedro Pegasus Peggy Pei Peking Pekingese Pele Peloponnese Pembroke Pena Penn
    Penney Pennsylvania Pentateuch Peoria Pepsi Pequot Percy Perez Perkins Perls Pernod Perot Perry
    Persephone Persia Persian Persians Perth Peru Pete Peterson Peugeot Pfizer Pharisees Phelps
    Phil Philadelphia Philip Philippe Philippine Philippines Phillip Phillips Philly Phobos Piaget
    Picasso Piccadilly Pickett Piedmont Pierre Pierrot Pilates Pillsbury Pinocchio Pinochet Pisa
    Pisces Pitt Pittsburgh Pius Planck Plantagenet Plasticine Plataea Plato Pleistocene Pliocene
    Pluto Plymouth Poe Poland Polaris Politburo Polk Pollux Polly Poltava Polynesia Polynesian
    Pomerania Pomeranian Pompeii Ponce Poona Poppins Porsche Portland Portsmouth Portugal
    Portuguese Poseidon Potomac Potsdam Potts Pottstown Powell Prada Prado Praetorian Prague
    Prakrit Pratt Presbyterian Prescott Presley Pretoria Princeton Principe Priscilla Prius Procter
    Prometheus Proterozoic Protestantism Proudhon Prussia Prussian Psalter Puebla Puerto Puget
    Pulaski Pulitzer Pullman Punic Punjab Punjabi Purana Purcell Purdue Pusan Pushkin Putin Putnam
    Puzo Pym Pyotr Pyrenees Pythagorean Qatar Qingdao Quaalude Quaker Quakers Qualcomm Quaternary
    Quebec Quechua Queensland Quentin Quetzalcoatl Quezon Quincy Quinn Quinton Quito Quixote Qumran
    Quran Rabat Rabin Rachel Racine Radcliffe Rafael Raleigh Ralph Rama Ramadan Ramakrishna
    Ramanujan Ramayana Ramirez Ramon Ramona Ramos Ramsay Ramsey Rand Randall Randi Randolph Rankin
    Raoul Raphael Raquel Raul Raymond Reagan Rebecca Redgrave Redis Redmond Redshift Reebok Reggie
    Regina Reginald Reich Reichstag Reid Reinaldo Reinhardt Reinhold Rembrandt Renault Rene Renee
    Reno Reuben Reuters Reva Revlon Rex Reyes Reynolds Rhee Rhine Rhode Rhodes Rhodesia Rhone
    Ribbentrop Ricardo Richard Richards Richardson Richelieu Richie Richmond Richter Ricky Rico
    Riemann Riesling Riga Riley Rilke Ringo Rio Rita Ritz Rivas Rivera Riyadh Roanoke Robbie
    Robbins Roberson Robert Roberta Roberto Roberts Robertson Robespierre Robinson Robles Robson
    Robyn Rocco Rocha Roche Rochelle Rochester Rockefeller Rockford Rockies Rockwell Roderick
    Rodger Rodgers Rodney Rodolfo Rodrigo Rodriguez Roku Rolaids Roland Rolando Rolex Rolland
    Romanesque Romania Romanian Romano Romans Romansh Rome Romeo Romero Romney Romulus Ron Ronald
    Ronda Ronnie Rooney Roosevelt Roquefort Rorschach Rory Rosa Rosalind Rosanna Rosario Rosella
    Rosenberg Rosie Roslyn Ross Rossetti Roth Rothko Rotterdam Rourke Rousseau Rowe Rowling Roy
    Royce Rozelle Rubaiyat Ruben Rubens Rubinstein Rudolf Rudolph Rudyard Rufus Ruhr Ruiz Rumsfeld
    Runnymede Rupert Rushdie Rushmore Russel Russell Russia Russian Russians Russo Rutgers Ruth
    Rutherford Rwanda Ryan Rydberg Ryder Saar Sabbath Sabbaths Sachs Sacramento Saddam Sade Sadie
    Safavid Safeway Sagan Saginaw Sagittarius Sahara Sahel Saigon Sakharov Sal Salem Salesforce
    Salinas Salisbury Salk Salvador Salvatore Salyut Sam Samantha Samaritan Sammy Samoa Samoan
    Samoset Samoyed Samson Samsung Samuel San Sana Sanchez Sandoval Sandra Sanford Sanger Sanskrit
    Santa Santiago Santos Sapporo Sara Sarah Sarajevo Sarawak Sardinia Sargent Sartre Sasha
    Saskatchewan Saskatoon Sasquatch Sassanian Saturday Saturdays Saturn Saudi Saul Saunders
    Saussure Savoy Saxon Scala Scandinavia Scandinavian Scarborough Schenectady Schiller Schindler
    Schlesinger Schmidt Schneider Schoenberg Schopenhauer Schroeder Schubert Schultz Schulz
    Schwartz Schwarzenegger Scientology Scipio Scorpio Scorsese Scotia Scotland Scots Scotsman
    Scott Scottie Scottish Scottsdale Scranton Scruggs Scylla Sean Seattle Sebastian Sega Seine
    Seinfeld Selassie Selena Seleucid Selim Seljuk Selma Semitic Sen Sendai Seneca Senegal
    Senegalese Seoul Sep Sephardi Sept September Septuagint Serb Serbia Serbian Serbs Serena Sergio
    Serra Serrano Seth Severn Severus Seville Seychelles Seyfert Seymour Sgt Shackleton Shaffer
    Shaka Shakespeare Shakespearean Shana Shane Shanghai Shannon Shapiro Sharif Sharon Shasta Shaun
    Shauna Shavian Shaw Shawna Shawnee Sheba Sheboygan Sheffield Sheila Shelby Sheldon Shelley
    Shenandoah Shepard Sherlock Sherman Sherpa Sherrie Sheryl Shetland Shikoku Shiloh Shinto Shiraz
    Shirley Shiva Shockley Shrek Shreveport Shropshire Siam Siamese Sibelius Siberia Sicilian
    Sicily Sid Siddhartha Sidney Siegfried Siemens Sigmund Sikh Sikhism Sikhs Sikkim Silas Silva
    Silvia Simmons Simon Simpson Simpsons Sinai Sinatra Sinclair Sindhi Singapore Singh Sioux
    Sirius Sistine Skinner Skippy Skylab Skype Slater Slav Slavic Slavs Sloan Sloane Slovak
    Slovakia Slovaks Slovenia Slovenian Smithsonian Smokey Snead Snell Snyder Soave Socrates
    Socratic Sofia Soho Solomon Solzhenitsyn Somali Somalia Somalis Somme Sondheim Sonia Sonja Sony
    Sophia Sophie Sophocles Soto Sousa Southampton Soviet Soyuz Spain Spaniard Spaniards Spanish
    Sparta Spartanburg Spartans Spencer Spengler Spielberg Spinoza Spitsbergen Spock Spokane
    Springfield Springsteen Sputnik Squanto Srinagar Srivijaya Stacey Stacy Stafford Stalin
    Stalingrad Stalinist Stamford Stan Stanford Stanley Stanton Starbucks Starr Staten Staunton
    Steele Stefan Steinbeck Stephanie Stephen Stephens Stetson Steve Steven Stevens Stevenson
    Stevie Stewart Stieglitz Stilton Stockhausen Stockholm Stonehenge Stowe Strasbourg Strauss
    Streisand Strickland Strindberg Stu Stuart Stuttgart Stuyvesant Styrofoam Styx Subaru Sucre
    Sudan Sudanese Sudra Suez Suffolk Sufi Sufism Suharto Sukarno Sukkot Sulawesi Sullivan Sumatra
    Sumeria Sumerian Sumner Sumter Sunbelt Sunday Sundays Sunni Superbowl Superfund Suriname Susan
    Susanna Susquehanna Sussex Sutton Suzanne Suzette Suzhou Suzuki Suzy Svalbard Sven Swahili
    Swanson Sweden Swedes Swedish Sweeney Swinburne Swiss Switzerland Sybil Sydney Sykes Sylvester
    Sylvie Syracuse Syria Syrian Tabatha Tabitha Tabriz Tacitus Tacoma Taft Tagalog Tagore Tagus
    Tahiti Tahoe Taipei Taiwan Taiwanese Tajikistan Talbot Taliesin Tallahassee Tallinn Talmud
    Tamara Tami Tamika Tamil Tammany Tammy Tampa Tanganyika Tangiers Tanya Tanzania Tanzanian
    Tanzanians Tao Taoism Taoists Tara Tarantino Tarbell Tarim Tasha Tashkent Tasmania Tasmanian
    Tate Tatum Taurus Taylor Tbilisi Tchaikovsky Tecumseh Ted Tehran Telugu Templar Tennessee
    Tenochtitlan Teotihuacan Terence Teresa Teri Terran Terrence Terri Terrie Tesla Tessa Tet
    Teutonic Texaco Texans Texarkana Texas Thackeray Thaddeus Thai Thailand Thalia Thames Thea
    Thebes Themistocles Theodore Theodosius Theravada Theresa Thermopylae Theseus Thomas Thomistic
    Thompson Thomson Thor Thorazine Thoreau Thornton Thorpe Thucydides Thule Thurber Thurmond
    Thursday Thursdays Tianjin Tibet Tibetan Tibetans Tiffany Tilsit Tim Timmy Timor Timothy Tina
    Tirana Titanic Tito Titus Tobago Toby Todd Togo Tokugawa Tokyo Toledo Tolkien Tolstoy Toltec
    Tomas Tommy Tonga Toni Tonia Topeka Torah Tories Toronto Torres Tortola Tory Toto Toulouse
    Townes Townsend Toyoda Toyota Tracey Tracy Trafalgar Trajan Transvaal Transylvania Travis Trent
    Trenton Trevor Trey Triassic Tricia Trieste Trinidad Tripitaka Tristan Triton Trojan Trojans
    Trondheim Tropicana Trotsky Trudeau Trujillo Truman Tubman Tucson Tudor Tuesday Tuesdays Tulsa
    Tulsidas Tungus Tunguska Tunis Tunisia Tunisian Tunisians Turin Turing Turk Turkish
    Turkmenistan Turks Tuscan Tuscany Tut Tuvalu Twitter Tyler Tyrone Tyson Ubuntu Uganda Ugandan
    Ukraine Ukrainian Ulster Ulysses Unicode Unilever Uniontown Unix Upanishads Upton Ural Urals
    Uranus Urdu Uriah Ursula Uruguay Uruguayan Uruguayans Utah Ute Utica Utrecht Uzbekistan Vader
    Vaduz Val Valdez Valencia Valentino Valerie Valkyrie Valletta Valois Vancouver Vanderbilt
    Vanuatu Varanasi Vargas Vaseline Vasquez Vatican Vaughan Vaughn Veda Vedanta Vedas Vega Vegas
    Vela Velveeta Venetian Venezuela Venezuelan Venice Venn Venus Venusian Verde Verizon Verlaine
    Vermeer Vermont Verna Verne Vernon Veronica Versailles Vespasian Vespucci Vesta Vesuvius
    Vicente Vichy Vicki Victoria Victorian Vienna Viennese Vietnam Vietnamese Vijayanagar Viking
    Vikings Vila Villarreal Vilnius Vince Vincent Virgil Virginia Virgo Visakhapatnam Vishnu
    Vistula Vito Vivekananda Vivian Vladimir Voldemort Volga Volgograd Volkswagen Volta Voltaire
    Volvo Voronezh Vuitton Vulcan Vulgate Wabash Wac Waco Wagner Waldheim Wales Walgreens Wallace
    Wallis Walmart Walsh Walt Walter Walton Wanda Wang Warhol Waring Warner Warsaw Warwick
    Washington Watergate Waterloo Watkins Watson Waugh Wayne Webb Weber Webern Webster Weddell
    Wednesday Wednesdays Wehrmacht Weiss Weizmann Welland Welsh Wendell Wendi Wendy Wesley Wesleyan
    Wessex Westminster Westphalia Weyden Wharton Whig Whigs Whitehall Whitehead Whitman Whitney
    Whitsunday Wichita Wiesel Wii Wikipedia Wilbur Wilburn Wilcox Wilfred Wilhelm Wilkes Wilkins
    Wilkinson Willa Willamette Willard William Williams Williamsburg Williamson Willie Willis
    Wilmer Wilmington Wilson Wimbledon Winchester Windhoek Windsor Winkle Winnie Winnipeg Winston
    Wisconsin Wittgenstein Wolff Wolfgang Wollongong Wollstonecraft Wong Woodrow Woodstock Woodward
    Wooster Worcester Wordsworth Wozniak Wrangell Wuhan Wyatt Wycliffe Wylie Wyoming Xavier Xerox
    Xerxes Xes Xiaoping Xmas Xuzhou Yakut Yale Yalta Yamagata Yamaha Yang Yankee Yankees Yaobang
    Yeager Yellowstone Yeltsin Yemen Yemenis Yiddish Yoda Yoko Yokohama Yolanda Yonkers York
    Yorkshire Yorktown Yoruba Yosemite Youngstown Ypsilanti Yucatan Yugoslav Yugoslavia Yuma Yuri
    Yvette Zachary Zagreb Zaire Zambezi Zambia Zamboni Zane Zapotec Zealand Zebedee Zedong Zenger
    Zeno Zeus Zhivago Ziegler Zimbabwe Zinfandel Zion Zoe Zola Zoroastrian Zoroastrianism Zorro
    Zulu Zulus Zwingli
    """.split()
)

# Words below that are names just as well: which is meant, its author knew.
EITHER = frozenset(
    """
    academy afghan afghans aline allies alphabet alpine am amazons amber ampere anchorage android
    angora apes appeals apple arches ares armour army arsenal arts aspen atlas atlases attic auburn
    autumn avatar axis bachelor baker bannister baptists barber barker barney bates battle bay bell
    berg beryl bibles biblical bill billboard bishop blacks blitz blockbuster blvd boas bohemian
    bologna bond bonnie boulder bourbon bray bridges bright broadcasters brooks browning buck bud
    buffalo bulge bullock bulls burns burr bush butler cabinet cage camel canaries canton cantor
    capitol carmine carol carver cascades catch caterpillar cayenne cf chad chamberlain chandler
    charity cheddar chevron chi chimera church clement co cockney coke cokes col colleen cologne
    colt combs comet commons commonwealth communions communism communist communists compass
    conception concord confederacy confederate confederates confederation congress congresses
    conqueror constable constitution cooper corps cotton council covenants cox coy crane crayola
    creator creole crusades crux cs cu cupid curie curt dachshund daisy dale dalmatian darkness
    darling davenport dawn dean deity dell delta democrat democratic democrats derby derrick dick
    dipper dirk doc dodge dolly don doom draconian dragon drake drew drudge druid duke earl earnest
    east eastern ebony eddy emperor empires enlightenment euro exodus faith fallout false fame
    fascism fed federalist federalists feds fern fez fiat finch fisher fisheries flagstaff flint
    folklore forester fortune fox fr franks frost fuller gage gale gall garland garner gates gen
    genesis gentile gentiles gill ginger glen god goldsmith goodwill gore gospel gospels grace
    grail graves griffin grimes guardians guinea gypsies hale hall halon hamlet handler hank hardy
    hart hawking hays hazel heath heather heaven hector hell hermitage herring hicks hiss ho hogan
    homer hood hooters horn hound house huff hunt hunter hydra inc independence inquisition insect
    institute internet iris ivy jack jasmine jasper jersey jewel jimmy jobs jock johns josh joy
    juggernaut junior justice khan king kings kitty ks lacy lamb lambs lance laud laundromat laurel
    lea lean lee leeward legends lent liberty lie lily lodge lord lords love lovers lupus lynch
    madden majesty mandarin manning marathon marches marina mark marlin marquis martian martians
    martin mason masters matt max may mayflower mayo medicine meg melody mesa mg mickey midway mill
    miller mills mimosa ministry missionaries misty mo monk moody moon moor moors morrow mosaic
    munch muse myrtle narcissus nautilus navy newton nickelodeon nightingale nirvana noel north
    northwest nova odyssey opal oracle orchestra orient oriental oz palisades pan pansy pantheon
    paradise paramount parks parliament parsons pat pate patsy patty pd peace pearl peg pentagon
    peters pharaoh pharaohs phoenix pierce pilates platinum polo poodle pooh pope president prince
    prohibition prop protestant protestants proverbs providence psalms pt pueblo punch puritan
    python queen queens raffles rainier randy ravel ray re reed reeves reformation representatives
    republic republican republicans rev revelations revere rhea rick riddle ring roach rob rock
    rocky roger rogers romanticism royal ruby rush sabre saki sanders sands sandy savior sawyer
    scenario scopes scotches scrabble scripture scriptures scrooge sears secretariat secretary
    senate senates senator sexton sharp sherry shorthorn sibyl singer singleton snoopy sol sonny
    south southeast southwest spade spark spears sphinx sprint sprite stark statue stein stern
    stoic stoicism stokes stone strait straits sue sun suns superman swift tanner tartar tartars
    teletype temple terry thatcher thrones tide ting titan titans transformers treasuries treasury
    trident trinity troy tucker turner twain tweed twenty twitch union university utopia valentine
    van vandal virgin visa vogue voyager waldo walker wall ward warren warriors wasp wasteland
    waters watts wellington west western westerns wheeler whirlpool whites wilder wiles windows
    wise wolf wolves woods workman wren wright yahoo yank yanks zen zeppelin zoom
    """.split()
)

# Words below that take a capital often, but hardly ever alone: parts of names and titles.
IN_TITLES = frozenset(
    """
    aardvarks abbey abolition accord achievement act actress administration admirals adobe advanced
    advancing adventure adventures advisory aeronautics aerospace affair affairs affordable agency
    ages agriculture air airlines airport airports airways alert alien alliance allowances almighty
    alpha alto alumni amateur ambassador amendment amendments amir anatomy ancestral ancient
    ancients angels angry animated animation apostolic arbor arch archaeological archaic archangel
    archbishop archer archipelago arena arias ark armistice arrow art article articles ascent
    assembly associate association athletic athletics atoll auto automation autonomous avalanche
    avenger avenue awakening award awards azure bacon bacteria bald ballad ballet bang banister
    bank banner bare baron baroque barrier barrow baseball bash basin basketball bastion bath
    battalion beach beam bean bear bears beasts beauty beaver beavers bee bees beige bells belt
    biff big bills bison bitcoin black blind bloc bloom blues bluff bluffs board boat booth boring
    bosh bot boulevard bowl bowling bowls boxing boy boys braves brewer brewing bride bridge
    brigade broadcasting broncos bronze brook brothers browns bruin bruins buccaneers bull bulldog
    bulldogs bureau buster butte bypass byways cable cadmium calendar caliphate camp campus canal
    canary canning cannon canon canyon cape capitals captain cardinals carpenter cartel castle
    casuals cathedral causeway cave celebrity cemetery census center central centre chairman
    challengers chamber champion champions championship championships channel chapel chargers charm
    chart charter chase chef chemistry cherry chess chicks chief chiefs chin chipmunks chorus
    chronicle chuck churches cinematic cinematographer circle cirrus city civic civil civilisation
    classic cleaver cliff clinical clippers club coaches coalition coast code coil cold college
    collegiate colonel colonies colony comedy comics command commander commanders commission
    commissioner committee communications commuter competitiveness computing concerto
    confederations conference congressional conquest conservative conservatory contest continental
    contracting controller convent convention coon copilot cork corolla corp corporation corridor
    counties county court courtier cove cowboys cozier cozy crater crazy creed creek crescent
    cricket crimson crocodile cross crown crucible cruise crunch crusade crystal cub cup cups curry
    curse cursed cycling dad daddy dam dame dances dark dash dataset dead deadwood deal decade
    decisive declaration defence delicatessen department depression deputies deputy desert
    destinations destiny detective devils dharma diagnostic diamond diary dictionary digest dilemma
    dill directive dirt disorders district division docs doctor documentary dodgers dolphin
    dolphins dome dominion donkey doors dormouse dorms dory dot downs draft dragons dramatic dream
    driftwood drivers duchy dungeon dungeons dunk dunning duo duty dynamite dynasty eagle eagles
    eclipse economics economist ecosystem ed edge editing editors education eighteenth elder elders
    electoral electronics elementary elk emancipation emeritus emirates empire empress endeavor
    endless endocrine engineers ensemble entente enterprises entertainment entrepreneur epic
    episode equatorial equity essences eta eternal everywhere exchange exclusion executive explorer
    exporting exposition express expressway extinction eye falcons falls fantastic fantasy farm
    fashion fathers federal federated federation fellowship fender ferry fertile festival fiction
    fiery fiesta fifteenth fifth fighter fighters filler finals finance fine fire fishing fittest
    flag flags flames flash flats flying foo football force forest forgotten fork formula fort
    fortress forum foster foundation founders fourteenth foxhound franc freak freedom freeman
    frontier fugitive fund furniture fury galactic galaxy gallery games gaming gap garden gardens
    garrison gate gathering gauntlet gay gems general generalization generation geographic ghetto
    ghost giants girl glacier globe glowworm goblin godfather golden golf gong goose gorge gorilla
    gosling governor grade grammar grand grandma grands granite granny grateful great grizzlies
    group grove groves gryphon guard guardian guild gull guru guy haiku hallows ham harbor harbour
    hare harvest hawks hearts heavyweight heights hemisphere herald herbal heritage hero heroes
    hexadecimal high highlands highway hill hills historic hither hive hobbit hock hockey holdings
    holy homeland hook hoops hope hopper horizon hornets hospital hot hotel housewives hula hull
    hum humane hunger hurling hurricane hurricanes huskies ice ideal idol immigration imperial
    incredible index indices industrial industrialization industries infantry infinity initiative
    inn insane inspector institutes institution insurance integrity intelligence inter interactive
    intercontinental interior international internationals interplay interstate investigation iron
    island islanders islands isle isles islets isthmus ivory jaguars jail jam jargon jawed jay jeep
    jet jets jockey journal journey jubilee judgement juice junction keeper kennel ketchup keys
    kick killer kindle kingdom kingdoms kingpin knight knights la laboratories laboratory labour
    labs lady lagoon lake lakes lama lambda landing landmark landscape lane lasso leafs league
    leaning lecture legend legislative lemma lesser liberation liberties library lick lieutenant
    lifetime lighthouse lightning lime limited lion lions lip literature litigation little
    locomotive lone lonely longhair loop loops lope lopes lotion lotus lupin lush machine macron
    mad madness magazine magic magnum mahatma maid management manifesto manor mans mantra manual
    maple marine mariners marlins marshal marvel mask massacre master matrix mature mayor meadows
    medal memoirs memorial merry metamorphosis metro metropolis metropolitan micro middle midnight
    midtown migrant milky millennium millionaire mini minister ministers minor miracles miss
    missile mission mixer modulators module monkeys monster monsters monument moose mortal moss
    motor motors mount mountain mountains mounted mouse mu municipal museum mushroom music musk
    musketeers mustang mystery naked narcotic narrows national nationalist nationality nationals
    nations native naval navigation nebula needle nest neurological new news night nights nimbus
    normalization northeast northeastern northern northwestern oak observatory occupational ocean
    offensive office oncology open opera opium opus organic organisation organization orthodox
    outback outstanding override overseas packers packing pact padre paisley pal palace palm panda
    pang panther panthers paradox parish park parrot partition partizan partnership party pasha
    patriot pavilion peach penguins peninsula peninsular perpetual petroleum petunia philharmonic
    physics picture pictures pier pilgrims pine pink pinnacle pinto pioneer piper pirate pirates
    pistons plains plan planet plantation plateau platform platforms player playoffs plaza pocket
    poetical poison pole poodles pop port porter post potter prairie prefecture prelude premier
    premiere presidency presidents press pretty prime primer princes princess prize pro
    proclamation productions professionals professor programme progressive prohibits project
    protocol provider province provincial psychiatric psycho psychology publications publishing
    pulp pumped puritans pyramid quartet query quest quiet quit radical radio raiders rail railroad
    railway railways ram rams ranch ranger rangers rays razor rebel rebellion records recreation
    red redemption reds reef reformed regiment register registry reis reliance remembrance report
    republics reputation rescue reserve reservoir resort restoration retriever retrievers review
    revised revival revolution revolutionary rhino rho rider riders ridge rifle rift rings riot
    rivals river road roadster robins rocket roll rolling romantic rookie rosary rose rosemary
    rotten rugby runner runners safer saga saint saints salt salvation sandman sapphire savannah
    savings saviour scenic school science sciences scouts screen screenplay scrolls sea seaman seas
    secret securities semiconductor seminary senators senior senna sequoia sergeant serpent server
    service settlement sh shadow shah shamrock shepherd shepherdess sheriff shields shiner shore
    shuttle sidings sierra silence silicon sir sisters sixth skating sky slam slash slits smoky
    smoothie snooker socialist society sojourn solar soldier solitude song songwriters sons soul
    soundtrack southeastern southern southwestern souvenir sox space sparks sparrow speak speaker
    spice spider spine spirit spitfire sporting sports springs spurs stability stadium staff
    staples star starve states statistical statistics stead steely steward stick stingrays stock
    stoics stoke stones storm story strange stranger street streets strikes strip structured stub
    studios subsidies sultan sultanate summer sunflower sunset super supremacy supreme surfboards
    survey suspects sustainable swain swami swan sympathy symphonic tag tails tale talent talon
    tango tar taro tattoo tea tech telescope tenth terminal terminator terrier terror testament
    theatre theological thief thirteen thirteenth thunder tiger tigers timely tomahawk tome
    tomorrow tonight tough tour tourism tours tower towers township toy trail tranquility treaty
    trek triad triathlon tribune triple trolls trophies trophy tropics trout true trust tsar
    tsunami tuna tunnel turtle twisted typhoon ultimate underground unified uniform united
    universal universe uprising usual vale valley valuable vanity velvet ventures version veterans
    vice victor villa viola violet visitor vixen volcanic volleyball walnut wanderers war warfare
    warlocks warrior wars web weir wells whale wheel whip wick wild wildcat wilderness wildlife
    wilt wing wings winners winter wireless wish witch wizard wonder wonders woody workshop world
    worship worthier wrestling writers xi yammer yen yes yew yoga yogi young zodiac zoo
    """.split()
)

# Known in small letters. A word that is not here was misspelt, or is a rare one.
WORDS = frozenset(
    """
    a aardvark abaci aback abacus abacuses abandon abandoned abandoning abandonment abate abbey
    abbot abbr abbreviate abbreviated abbreviation abdicate abdication abdomen abdominal abduct
    abducted abduction aberration abet abhor abhorrence abhorrent abide abided abiding abilities
    ability abject abjure ablaze able abnegation abnormal abnormalities abnormality abnormally
    aboard abode abolish abolished abolishes abolishing abolition abolitionist aboriginal aborigine
    abort aborted abortion abortive abound about above aboveboard abrasions abrasive abreast
    abridge abridged abroad abrogate abrogated abrogation abrupt abruptly abscess abscesses abscond
    absence absent absented absentee absenteeism absinthe absolute absolutely absolution absolutism
    absolve absorb absorbed absorbent absorbing absorption abstain abstained abstaining abstention
    abstinence abstract abstracted abstraction abstractness abstruse absurd absurdity abundance
    abundant abundantly abuse abused abusive abutments abuts abutted abutting abysmal abyss abysses
    acacia academia academic academical academically academies academy accede acceded accelerate
    accelerated accelerating acceleration accelerator accent accentuate accentuated accept
    acceptability acceptable acceptance accepted accepting access accessed accesses accessibility
    accessible accessing accession accessioned accessories accessory accident accidental
    accidentally acclaim acclaimed acclamation acclimate accolade accommodate accommodating
    accommodation accompanied accompanies accompaniment accompany accompanying accomplice
    accomplish accomplished accomplishing accomplishment accord accordance accorded according
    accordingly accordion accost accosted account accountability accountable accountant accounted
    accounting accredit accreditation accredited accretion accrual accrue accrued accumulate
    accumulated accumulating accumulation accuracy accurate accurately accursed accusation accuse
    accused accuser accusing accustom accustomed ace acetaminophen acetate acetic acetone ache
    achieve achieved achievement achievers achieving aching acid acidic acidity acknowledge
    acknowledged acknowledgement acknowledging acknowledgment acme acne acorn acoustic acoustical
    acoustically acquaint acquaintance acquainted acquainting acquiesce acquiesced acquire acquired
    acquiring acquisition acquit acquittal acquitted acre acreage acrid acrimony acrobat acrobatic
    acronym across acrylic act acted acting action actionable activate activated activating
    activation active actively activism activist activities activity actor actress actresses actual
    actuality actualizing actually actuarial actuary actuate acuity acumen acupuncture acute
    acutely ad adage adamant adapt adaptable adaptation adapted adapting adaptive adaptor add added
    addendum addict addicted addiction addictive adding addition additional additionally additive
    address addressable addressed addressee addresses addressing adept adequacy adequate adequately
    adhere adhered adherence adherent adhesion adhesive adipose adjacent adjectival adjective
    adjoin adjoined adjoining adjourn adjourned adjudged adjudges adjudicate adjudicated
    adjudication adjudicators adjunct adjust adjustable adjusted adjuster adjusting adjustment
    admin administer administered administering administration administrative administratively
    administrator admirable admirably admiral admiration admire admired admirer admiring
    admissibility admissible admission admit admittance admitted admittedly admitting admonish
    admonished admonishes admonition ado adobe adolescence adolescent adopt adopted adopting
    adoption adoptive adoration adore adored adorn adorned adornment adrenal adrenaline adrift
    adroit adroitness ads adulation adult adulterate adulteries adultery adulthood adumbrate
    advance advanced advancement advancing advantage advantaged advantageous advantageously advent
    adventure adventurer adventurous adverb adverbial adversarial adversaries adversary adverse
    adversely adversities adversity advert advertise advertised advertisement advertisers
    advertising advice advisable advise advised adviser advising advisor advisories advisory
    advocacy advocate advocated advocating aeon aerial aerobic aerodynamic aeronautical aeronautics
    aeroplane aerosol aerospace aesthetic aesthetically afar affair affect affected affecting
    affection affectionate affectionately affidavit affiliate affiliated affiliation affinities
    affinity affirm affirmation affirmative affirmatively affirmed affirming affix affixed affixes
    affixing afflict afflicted affliction affluence affluent afford affordable afforded affording
    affront afghan aficionado afield aflame afloat afoot aforementioned aforesaid aforethought
    afraid afresh aft after afterlife afterlives aftermath afternoon aftershocks afterward again
    against agate agave age aged ageing agencies agency agenda agent agglomeration agglutination
    aggravate aggravated aggravating aggravation aggregate aggregated aggregation aggression
    aggressive aggressively aggressiveness aggressor aggrieve aggrieved aghast agile agility aging
    agitate agitated agitation agitator aglow agnostic agnosticism ago agonies agonise agonize
    agony agrarian agree agreeable agreed agreeing agreement agribusiness agricultural
    agriculturalists agriculture aground ah ahead ahoy aid aide aided aiding ail ailing ailments
    aim aimed aiming aimless aimlessly air airborne aircraft aired airfield airheads airing airlift
    airline airliner airmail airplane airport airship airspace airstrip airtight airway airworthy
    airy aisle ajar akin alarm alarming alarmist alas alb albacore albatross albatrosses albeit
    albino album albumin alcohol alcoholic alcoholism alcove alder alderman ale alert alerted
    alerting alertness alfalfa alga algae algebra algebraic algorithm alias aliases aliasing alibi
    alien alienate alienated alienation alight align aligned aligning alignment alike alimony aline
    alinements alit alive alkali alkalies alkaline all allay allegation allege alleged allegedly
    allegiance alleging allegorical allegories allegory allele allergen allergic allergies allergy
    alleviate alleviated alleviating alley alleyways alliance allies alligator alliteration
    allocate allocated allocating allocation allot allotments allotted allow allowable allowance
    allowed allowing alloy allspice allude alluded allure allusion alluvial ally almanac almanack
    almighty almond almost alms aloe aloft aloha alone along alongside aloof aloofness aloud alpaca
    alpha alphabet alphabetic alphabetical alphabetically alphanumeric alpine already alright also
    alt altar alter alteration altercation altered altering alternate alternated alternately
    alternating alternative alternatively alternator altho although altimeter altitude alto
    altogether altruism altruistic alum aluminium aluminum alumna alumni alumnus alveolar always am
    amalgamate amalgamated amalgamation amaranth amass amassed amasses amassing amateur amateurish
    amaze amazing amazingly amazons ambassador amber ambiance ambience ambient ambiguities
    ambiguity ambiguous ambiguously ambition ambitious ambivalence ambivalent amble ambrosia
    ambulance ambush ambushed ambushes ameba amebae amen amenable amend amended amending amendment
    amenities amenity amethyst amiable amicably amid amidst amigos amino amir amiss amity ammeter
    ammo ammonia ammunition amnesia amnesiac amnesties amnesty amniocentesis amoeba amoebae amok
    among amongst amoral amorous amorphous amortization amortize amortized amount amounted
    amounting amp ampere ampersand amphetamine amphibian amphibious amphitheater amphitheatre ample
    amplification amplified amplifier amplifies amplify amplitude amply ampoule amputate amputation
    amt amuck amulet amuse amused amusement amusing an anachronism anachronistic anaconda anaemia
    anaemic anaerobic anaesthesia anagram anal analgesia analgesic analog analogies analogous
    analogue analogy analyse analysed analysing analysis analyst analytic analytical analyze
    analyzed analyzing anarchic anarchism anarchist anarchy anathema anatomic anatomical
    anatomically anatomies anatomist anatomy ancestor ancestral ancestries ancestry anchor
    anchorage anchored anchoring anchorman anchovies anchovy ancient ancillary and androgen android
    anecdota anecdotal anecdote anemia anemic anemometer anesthesia anesthesiologists anesthetic
    aneurysm anew angel angelic anger angered angering angioplasty angiosperms angle angled anglers
    angling angora angrily angry angst anguish anguishes angular ani animal animate animated
    animation animator anime animosity animus anion anise aniseed ankle annals annealed annex
    annexation annexed annexes annihilate annihilated annihilation anniversaries anniversary
    annotate annotated annotation announce announced announcement announcer announcing annoy
    annoyance annoyed annoying annual annually annuities annuity annul annulled annulments anode
    anoint anointed anomalies anomalous anon anonymity anonymous anonymously anorak anorexia
    another answer answered answering ant antacid antagonise antagonising antagonism antagonist
    antagonistic antagonize anteater antecedent antelope antenna antennae anterior anthem anthill
    anthologies anthology anthrax anthropological anthropologist anthropology anthropomorphic anti
    antiabortion antibiotic antibodies antibody antic anticipate anticipated anticipating
    anticipation anticipatory anticlimax anticyclone antidepressant antidote antifreeze antigen
    antimatter antimony antiparticle antipathy antiquarian antiquate antique antiquities antiquity
    antiseptic antisocial antitheses antithesis antitrust antiviral antiwar antler antonym anus
    anuses anvil anxieties anxiety anxious anxiously any anybodies anybody anyhow anymore anyone
    anyplace anything anytime anyway anywhere aorta aortae apart apartheid apartment apathetic
    apathy ape aperture apex apexes aphasia aphelion aphorism aphrodisiac apices apiece aplomb
    apocalypse apocryphal apogee apolitical apologetic apologia apologies apologise apologize
    apologized apologizing apology apoptosis apostle apostolic apostrophe app appal appall
    apparatus apparel apparent apparently apparition appeal appealed appealing appear appearance
    appeared appearing appease appeasement appellant appellate appellation append appendage
    appendices appendix appendixes appertain appertaining appetite applaud applauded applause apple
    applesauce appliance applicability applicable applicant application applicator applied applies
    apply applying appoint appointed appointee appointing appointive appointment apportion
    apportioned apportioning apportionment apposite apposition appositive appraisal appraise
    appraised appraiser appreciable appreciate appreciated appreciating appreciation apprehend
    apprehended apprehension apprehensive apprentice apprenticed apprenticeship approach approached
    approaches approaching approbation appropriate appropriated appropriately appropriateness
    appropriating appropriation approval approve approved approving approx approximate approximated
    approximately approximating approximation apricot apron apt aptitude aqua aquaculture
    aquamarine aquaria aquarium aquatic aqueduct aqueous aquifers arable arbiter arbitrarily
    arbitrary arbitrate arbitration arbitrator arbor arboreal arbour arc arcade arcane arch
    archaeological archaeologist archaeology archaic archangel archbishop archbishopric archdiocese
    archduke archenemy archeological archeologist archeology archer archery arches archetypal
    archetype arching archipelago architect architectural architecturally architecture archive
    archived archway arcing ardent ardor ardour arduous are area arena argon arguably argue argued
    arguing argument argumentation argumentative aria arid arise arisen arising aristocracy
    aristocrat aristocratic arithmetic ark arm armada armadillo armament armature armchair armed
    armies armistice armor armored armories armory armour armouries armoury armpit armrests army
    aroma aromatic arose around arousal arouse aroused arousing arraign arraigned arraignment
    arrange arranged arrangement arranger arranging array arrears arrest arrested arresting arrival
    arrive arrived arriving arrogance arrogant arrow arrowheads arroyo arse arsenal arsenic arson
    art artefact arterial arteries artery artful arthritic arthritis arthropod artichoke article
    articulate articulated articulation artifact artifice artificer artificial artificially
    artillery artisan artist artistic artistically artistry artwork as asbestos ascend ascendancy
    ascended ascending ascension ascent ascertain ascertained ascertaining ascetic asceticism ascot
    ascribe ascribed aseptic asexual ash ashcan ashen ashes ashore ashram ashtray aside ask askance
    asked askew asking asleep asparagus aspartame aspect aspen aspersion asphalt asphalted asphyxia
    asphyxiate asphyxiating aspirant aspirate aspirated aspiration aspire aspired aspirin aspiring
    ass assail assailant assailed assassin assassinated assassination assault assaulted assay
    assemblages assemble assembled assemblies assembling assembly assemblyman assent assented
    assert asserted asserting assertion assertive asses assess assessed assesses assessing
    assessment assessor asset assign assigned assigning assignment assimilate assimilated
    assimilating assimilation assist assistance assistant assisted assisting associate associated
    associating association associative assort assorted assortment assume assumed assuming
    assumption assurance assure assured assuredly asterisk asteroid asters asthma asthmatic
    astigmatic astigmatism astonish astonishes astonishing astonishment astound astounding astray
    astride astringency astringent astrological astrology astronaut astronomer astronomical
    astronomically astronomy astrophysicists astute asunder asylum asymmetric asymmetrical
    asymmetrically asymmetry asymptomatic asymptotically asynchronous at ate ateliers atheism
    atheist atheistic atherosclerosis athlete athletic athletically atlas atlases atmosphere
    atmospheric atoll atom atomic atone atonement atop atria atrium atrocious atrocities atrocity
    atrophy attach attached attaching attachment attack attacked attacker attacking attain
    attainable attained attaining attainment attar attempt attempted attempting attend attendance
    attendant attended attendees attending attention attentive attenuated attenuation attestation
    attested attesting attests attic attire attitude attorney attract attracted attracting
    attraction attractive attractiveness attributable attribute attributed attributing attribution
    atty atypical atypically auburn auction auctioneer audacious audacity audible audience audio
    audiophiles audit audited auditing audition auditioned auditor auditoria auditorium auditory
    auger aught augment augmentation augmented aunt aura aurae aural auspices auspicious
    auspiciousness austere austerity authentic authenticate authenticated authenticating
    authentication authenticity author authored authoring authorisation authorise authorised
    authoritarian authoritative authorities authority authorization authorize authorized
    authorizing authorship autism autistic auto autobiographical autobiography autocracy autocrat
    autocratic autograph autoimmune automata automate automated automatic automatically automating
    automation automobile automotive autonomic autonomous autonomously autonomy autopsies autopsy
    autumn autumnal auxiliary avail availability available avalanche avarice avaricious avatar
    avenge avenger avenging avenue average averaged averaging averse aversion avert avian aviary
    aviation aviator avid avionics avocado avocadoes avoid avoidable avoidance avoided avoiding
    avow avowal avowed aw await awaiting awake awaken awakened awakening award awarded awarding
    aware awareness away awe awesome awful awfully awhile awkward awl awnings awoke awoken awry ax
    axe axed axial axiom axiomatic axis axle axolotl axon ay aye azalea azimuth azure baa babble
    babbling babe babies baboon babushka baby babyish babysat babysit babysitter babysitting
    baccalaureate bachelor bacillus back backbone backcountry backdrop backed backend backer
    backfire backgammon background backhand backing backlash backlashes backlog backpack
    backpackers backpacking backpropagation backside backslash backspace backstage backstory
    backstroke backtrack backup backward backwardness backwater backwoods backyard bacon bacteria
    bacterial bacteriologist bacteriology bacterium bad bade badge badger badly badminton badness
    baffle baffled bag bagel baggage bagged bagging baggy bagpipe bail bailed bait bake baked baker
    bakeries bakery baking balalaika balance balanced balancing balconies balcony bald balderdash
    balding bale baling balk ball ballad ballast ballerina ballet ballistic balloon ballot ballpark
    ballroom balm balmy baloney bamboo bamboozle ban banal banana band bandage bandaging bandana
    bandanna banded bandies banding bandit banditti bandstand bandwagon bandwidth bandy bang banged
    banging bangles bani banish banished banishes banister banjo banjoes banjoist bank banked
    banker banking banknote bankrupt bankruptcies bankruptcy banned banner banning bannister
    banquet banshee bantamweight banyan baptise baptised baptism baptistry baptists baptize
    baptized bar barb barbacoa barbarian barbaric barbarism barbarity barbarous barbecue barbecuing
    barbed barbell barbeque barber barbiturates bard bare bareback bared barefoot barely bargain
    bargained bargaining barge barista baritone bark barker barking barley barman barn barnacle
    barney barnyard barometer barometric baron baroness baronet baroque barracks barracuda barrage
    barred barrel barren barrette barricade barrier barring barrister barroom barrow bartender
    barter bartered bartering basal basalt base baseball based baseline baseman basement baseness
    basest bash bashes bashful basic basically basil basilica basin basing basis bask basket
    basketball basking bass basses bassist bassoon bastard baste bastion bat batch batches bates
    bath bathe bathed bathers bathing bathrobe bathroom bathtub baton batsman batsmen battalion
    batted batter batteries battery batting battle battled battlefield battleground battleship
    battling baud baulk bawdy bawl bay bayonet bayou bazaar bazookas be beach beachcombers beaches
    beacon bead beady beagle beak beaker beam bean beanstalk bear beard bearded bearer bearing
    beast beastly beat beaten beater beatified beating beatitude beautician beauties beautification
    beautified beautifies beautiful beautifully beautify beautifying beauty beaver bebop became
    because beckon beckoning become becoming bed bedbug bedclothes bedding bedlam bedridden bedrock
    bedroom bedside bedspread bedtime bee beech beeches beef beefy beehive been beer beeswax beet
    beetle beeves befall befallen befell befit before beforehand befriend befriended beg began
    beggar begged begging begin beginner beginning begonia begrudge beguile begun behalf behalves
    behave behaved behaving behavior behavioral behaviour behavioural behead beheld behemoth behest
    behind behold behooves beige being belabor belabour belated belay belch belches beleaguered
    belfries belfry belie belief believable believe believed believer believing belittle bell
    bellboy belle bellhop bellies belligerent bellow belly belong belonged belonging beloved below
    belt bemoan bemuse bench benches benchmark bend bending beneath benedictions benefactor
    beneficence beneficent benefices beneficial beneficially beneficiaries beneficiary benefit
    benefited benefiting benefitted benevolence benevolent benighted benign bent benzene bequeath
    bequeathed bequest berated berating bereave bereaved bereavement bereft beret berg berries
    berry berserk berth beryl beryllium beseech beseeches beset beside besiege besieged besought
    best bestial bestiality bestow bestowed bestowing bestseller bestselling bet beta betake betcha
    betray betrayal betrayed betrothal betrothed better bettered betterment betting bettor between
    beverage beware bewitch bewitches beyond bff bi bias biased biases biathlon bib bibles biblical
    bibliographic bicameral bicentennial bicep bicycle bicycling bid bidden bidder bidding bide
    bidirectional biennial biff bifocals bifurcated bifurcation big bigamist bigamous bigamy bigger
    biggest bighorn bigot bigotry bike biked biking bikini bilateral bilaterally bile bilingual
    bill billboard billed billfold billiards billing billion billionaire billionth billow bin
    binaries binary bind binder binding binge bingeing binging bingo binocular binomial biochemical
    biochemist biochemistry biodiversity biographer biographical biographies biography biological
    biologically biologist biology biomarkers biomass biome biomedical biopsies biopsy biosphere
    biotechnology bipartisan bipartite biped bipedal biplane bipolar birch birches bird birdcage
    birdie birdied birdwatchers birth birthday birthmark birthplace birthstone biscuit bisect
    bisected bisexual bishop bishopric bismuth bison bistro bit bitch bitches bitcoin bite biting
    bitmap bitten bitter bitterly bittern bitterness bivalve biweekly bizarre blab black
    blackberries blackberry blackbird blackboard blacken blackhead blackish blackjack blacklist
    blackmail blackout blacksmith blacktop bladder blade blame blamed blameless blaming blanch
    blanches blancmange bland blank blanket blanketed blanking blare blaring blaspheme blasphemy
    blast blatant blatantly blaze blazer bleach bleaches bleaching bleak bleary bleat bled bleeding
    bleeds blemish blemishes blend blended blender blending blent bless blessed blesses blessing
    blew blight blighted blimp blind blinded blindfold blinding blindly blindness blink blinking
    blip bliss blissful blister blithe blitz blitzes blizzard bloat bloated bloating blob bloc
    block blockade blockading blockage blockbuster blockchain blocked blockhead blocking blog
    blogger blond blonde blood bloodhound bloodies bloodiest bloodless bloodshed bloodshot
    bloodstream bloody bloom bloomed blossom blossoming blot blotch blotches blotter blouse blow
    blowing blown blowout blowtorch bludgeon blue bluebell blueberries blueberry bluebird bluegrass
    bluejay blueprint bluff bluffing bluish blunder blunt blur blurb blurred blurring blurry blurt
    blush blushes blvd boa boar board boarded boarding boardwalk boast boaster boastful boasting
    boat boater boating boba bobbies bobbin bobbing bobcat bobs bobsleds bobtail bobwhite bode
    bodice bodies bodily body bodybuilding bodyguard bodywork bog boga bogey bogged boggle bogus
    bohemian boil boiled boiler boilerplate boiling boisterous bold boldly bologna boloney bolster
    bolstered bolstering bolt bolted bomb bombard bombarded bombardment bombast bombed bomber
    bombing bombshell bond bondage bonded bonding bone boney bonfire bongo bonnet bonnie bonus
    bonuses bony boo booby boogie book bookcase booked bookend booking bookkeeper bookkeeping
    booklet bookmark bookseller bookshelf bookshop bookstore bookworm boom boomed boomerang boon
    boor boorish boost boosted booster boosting boot bootblacks bootee booth bootie booting bootleg
    bootstrap booty booze boozer bop border bordered bordering borderline bore bored boredom borer
    boring born borne boron borough borrow borrowed borrower borrowing bosh bosom bosons boss
    bosses bossy bot botanical botanist botany botch botches both bother bothered bothersome bottle
    bottled bottleneck bottling bottom bottomless bough bought boulder boulevard bounce bounced
    bouncer bouncy bound boundaries boundary bounded bounding boundless bounties bountiful bounty
    bouquet bourbon bourgeois bourgeoisie bout boutique bovine bow bowed bowel bower bowing bowl
    bowled bowler bowling bowsprit box boxcar boxed boxer boxes boxing boxwood boy boycott
    boycotting boyfriend boyhood boyish bozo bra brace bracelet bracket bracketed brackish bract
    brag braggart bragged braid braiding brain brainchild brainless brainstorm brainstorming
    brainteasers brainwash brainwashing brainy braise braising brake braking brambles bran branch
    branched branches brand branded brandies branding brandish brandishes brandishing brandy brash
    brass brasses brassiere brassy brat bravado brave bravery braving bravo brawl brawn brawny bray
    brazen brazier breach breached breaches breaching bread breadth breadwinner break breakables
    breakage breakdown breaker breakfast breaking breakneck breakthrough breakup breast
    breaststroke breath breathe breathing breathless bred breed breeder breeding breeze breezy
    brethren brevity brew brewed brewer breweries brewery brewing bribe bribed bribery bribing
    brick bricked bricklayer bridal bride bridegroom bridesmaid bridge bridging bridle bridled
    brief briefcase briefly brigade brigantine bright brighten brightening brighter brightest
    brightly brightness brilliance brilliant brilliantly brim brimstone brine bring bringing brink
    brinkmanship briny brisk brisket briskly bristle britches brittle broach broaches broaching
    broad broadband broadcast broadcasted broadcaster broadcasting broaden broadened broadening
    broader broadest broadly broadside brocade broccoli brochure broil broiled broilers broke
    broken broker brokerage brokered brokering bromine bronchi bronchitis broncho bronchus bronco
    bronze brooch brooches brood brooder brook broom broth brothel brother brotherhood brought brow
    browbeat browbeaten brown brownie browning brownish brownstone browse browsed browser bruin
    bruise bruised bruising brunch brunches brunette brunt brush brushed brushes brushing brusk
    brusque brutal brutality brutalized brute brutish bubble bubbling bubbly buccaneers buck bucket
    buckle bud buddies buddy budge budget budgetary budgeted budgie buff buffalo buffaloes buffer
    buffered buffering buffet buffoon bug buggies buggy bugle build builder building buildup built
    bulb bulbous bulge bulging bulimia bulk bulkhead bulkier bulky bull bulldog bulldoze bulldozer
    bullet bulleted bulletin bulletproof bullfight bullfighter bullfighting bullfrog bullied
    bullies bullion bullock bullring bully bullying bum bumble bumblebee bumbling bummer bump
    bumped bumper bumpy bun bunch bunches bundle bundled bundling bung bungalow bungle bunion bunk
    bunker bunnies bunny buoy buoyancy buoyant buoyed bur burble burden burdened burdening
    burdensome bureau bureaucracies bureaucracy bureaucrat bureaucratic bureaux burg burgeoning
    burger burghers burglar burglaries burglarize burglarized burglarizing burglary burgle burial
    buried buries burlap burlesque burly burn burned burner burning burnish burnishes burnout burnt
    burp burpees burr burrito burro burrow burrowing bursar burst bursting bury bus busby buses
    bush bushel bushes bushfires bushing bushy busier busies busiest busily business businesses
    businessman businessmen businesswoman buss bust busted buster busting bustle busy busybodies
    busybody busywork but butane butch butcher butcheries butchery butler butt butte butter
    buttercup butterflies butterfly buttermilk butternut butterscotch buttery buttock button
    buttonhole buttress buttressed buttresses buxom buy buyer buying buyout buzz buzzard buzzed
    buzzer buzzes buzzing by bye bygone bylaw bypass bypasses bypassing bypast bystander byte byway
    byword ca cab cabaret cabbage cabin cabinet cable caboose cacao cache cachet cackle cacti
    cactus cactuses cad cadaver caddie caddy cadence cadet cadmium cadre caduceus cafe cafeteria
    caffeinated caffeine cage caged cagey cagy cairns cajole cake calamities calamity calcified
    calcite calcium calculate calculated calculating calculation calculator calculi calculus
    calculuses calendar calf caliber calibrate calibre calico calicoes caliper caliph caliphate
    calk calkings call called caller calligraphy calling callous calloused callouses callousness
    callow callus calluses calm calmed calming calmness caloric calorie calumny calve cam
    camaraderie cambium came camel cameo camera camouflage camp campaign campaigned campaigners
    campaigning campanile camped camper campfire campgrounds camping campsite campus campuses
    camshafts can canal canaries canary cancel canceled canceling cancellation cancelled cancelling
    cancer candid candidacy candidate candidly candied candies candle candor candour candy cane
    canine cannabis canned canneries cannery cannibal cannibalism cannibalistic cannibalized
    canning cannon cannonball cannot canny canoe canoed canoeing canon canonical canonization
    canopies canopy cantaloup cantaloupe canted canteen cantilever cantilevered canton cantor
    cantos canvas canvases canvass canvasses canyon cap capabilities capability capable capably
    capacitance capacities capacitor capacity cape capillaries capillary capita capital
    capitalisation capitalise capitalism capitalist capitalization capitalize capitalized
    capitalizing capitol capitulate capitulation capped capping cappuccino caprice capricious
    capsize capsule captain captaincy captained captaining caption captivate captive captivity
    captor capture captured capturing capybaras car caramel carapace carat caravan carbide carbine
    carbohydrate carbon carbonate carbonated carbonation carbs carburetor carcass carcasses
    carcinogenic carcinogens carcinoma card cardboard carded cardiac cardigan cardinal cardio
    cardiologist cardiology cardiopulmonary cardiovascular care cared career carefree careful
    carefully caregiver careless carelessly caress caresses caretaker cargo cargoes caribou
    caricature caries carillon caring carmine carnage carnal carnation carnival carnivore
    carnivorous carol caroling carom carotid carouse carousel carp carpal carpenter carpentry
    carpet carpeted carpeting carpi carport carriage carried carrier carries carrion carrot carry
    carrying cart cartel cartilage cartilaginous cartographer carton cartoon cartoonist cartridge
    cartwheel carve carved carver carving caryatids cascade cascading case casein cash cashback
    cashed cashes cashew cashier cashmere casing casino cask casket cassava casserole cassette
    cassino cast castaway caste caster castigate casting castle castling castoff castrate castrated
    castration casual casually casualties casualty cat cataclysm catacombs catalog catalogue
    catalogued catalysis catalyst catalytic catalyzed catalyzing catamaran catapult cataract
    catastrophe catastrophic catatonic catcall catch catcher catches catching catchment catchphrase
    catchup catchy catechism categorical categories categorise categorised categorization
    categorize categorized categorizing category cater catered caterer catering caterpillar catfish
    catfishes catgut catharsis cathartic cathedral catheter cathode cation catnap catnip catsup
    cattle catwalk caucus caucuses caudal caught cauldron cauliflower caulk caulkings causal
    causality causally causation causative cause caused causeway causing caustic caution cautionary
    cautioned cautious cavalier cavalries cavalry cave caveat cavern caviar caviare caving cavities
    cavity cavort caw cayenne cc cease ceased ceasefire ceaseless ceasing cedar cede ceded ceiling
    celebrate celebrated celebrating celebration celebrities celebrity celery celestial celibacy
    celibate cell cellar celli cellist cello cellophane cellphone cellular cellulose cement
    cemented cemeteries cemetery censer censor censored censoring censorship censure census
    censuses cent centaur centenarian centenary centennial center centered centerpiece centimeter
    centimetre centipede central centralise centralised centralization centralize centralized
    centralizing centrally centre centred centrepiece centrifugal centrifuge centripetal centrist
    centuries centurion century ceramic cereal cerebellum cerebral cerebrum ceremonial ceremonies
    ceremoniously ceremony certain certainly certainty certificate certification certified
    certifies certify cerulean cervical cervix cesarean cessation cession cf ch chad chafe chaff
    chagrin chain chained chaining chainsaw chair chaired chairlifts chairman chairmen chairperson
    chairwoman chalet chalice chalk chalkboard chalky challenge challenged challenger challenging
    chamber chamberlain chameleon chamomile champ champagne champion championed championing
    championship chance chancel chancellor chandelier chandler change changed changing channel
    channeled chant chanted chanting chaos chaotic chap chapel chaperon chaperone chaplain chapt
    chapter char character characterisation characterised characteristic characterization
    characterize characterized characterizing charade charcoal charge charged charger charging
    chariot charisma charismatic charitable charitably charities charity charlatan charm charming
    charred chart charted charter chartered chartering charting chase chased chasing chasm chassis
    chaste chasten chastise chastity chat chatbot chattel chatter chatterbox chattering chatting
    chatty chauffeur chauvinism chauvinist cheap cheapen cheaper cheapest cheat cheating check
    checkbook checked checker checking checklist checkmate checkmating checkout checkpoint checkup
    cheddar cheek cheep cheer cheered cheerful cheerfully cheerfulness cheering cheerleader cheery
    cheese cheeseburger cheesecake cheesecloth cheetah chef chem chemical chemically chemist
    chemistry chemotherapy cheque cherish cherished cherishes cherries cherry cherub cherubim chess
    chessboard chest chestnut chevron chew chewing chewy chi chic chick chicken chickenpox
    chickpeas chickweed chicory chid chidden chide chief chiefly chieftain chiffon child
    childbearing childbirth childcare childhood childish childless childlike children chiles chili
    chilies chill chilled chilli chillies chilling chime chimera chiming chimney chimp chimpanzee
    chin chinchilla chink chino chintz chip chipmunk chipped chiropractic chiropractors chirp
    chisel chitin chivalrous chivalry chives chloride chlorine chlorofluorocarbon chloroform
    chloroformed chlorophyll chloroplasts chocolate choice choicest choir choke choked cholera
    cholesterol choose choosey choosing choosy chop chopped chopper chopping choppy chopsticks
    choral chord chore choreographed choreographer choreography chortle chorus choruses chose
    chosen chow chowder christen christened chromatic chrome chromium chromosome chronic
    chronically chronicle chronicled chronicler chronicling chronological chronologically
    chronology chrysalis chrysanthemum chubby chuck chuckle chug chum chummy chunk chunky church
    churches churchyard churlish churn chute ciabatta cicadas cider cigar cigaret cigarette
    cilantro cilia cinch cinched cinches cinder cinema cinematic cinematographer cinematography
    cinnamon cipher circa circadian circle circling circuit circuitous circuitry circular circulate
    circulated circulating circulation circulatory circumcise circumference circumflex
    circumnavigate circumnavigation circumstance circumstantial circumvent circumvented
    circumventing circus circuses cirrhosis cirrus cis cistern citadel citation cite cited cities
    citing citizen citizenship citric citrus citruses city civic civil civilian civilisation
    civilise civilities civility civilization civilize civilized civilizing clack clad claim
    claimants claimed claiming clam clammy clamor clamour clamp clamping clan clandestine clang
    clanging clank clap clapboard clapboarded clapped clapper clapping claptrap claret
    clarification clarified clarifies clarify clarifying clarinet clarion clarity clash clashed
    clashes clashing clasp class classed classes classic classical classically classification
    classified classifier classifies classify classifying classing classless classmate classroom
    classy clause claustrophobia claw clay clean cleaned cleaner cleanest cleaning cleanliness
    cleanly cleanse cleanser cleansing cleanup clear clearance cleared clearer clearest clearing
    clearinghouses clearly cleat cleavage cleave cleaved cleaver cleaving clef cleft clemency
    clement clench clenched clenches clergies clergy clergyman clergymen cleric clerical clerk
    clerked clever click clickbait clicking client cliff cliffhanger clii climactic climate
    climatic climax climaxes climb climbed climber climbing clime clinch clinches clinching
    clinging clings clinic clinical clinically clinicians clink clinking clip clipboard clipped
    clippers clippings clipt clique clitoral clitoris clix cloak cloaking cloakroom clock clocked
    clockwise clockwork clod clog clogged clone cloned cloning close closed closely closer closest
    closet closing closure clot cloth clothe clothed clothespin clothing cloture cloud cloudburst
    clouded cloudiest cloudy clout clove cloven clover clown club clubbing clubhouse cluck clucking
    clue clueless clump clumped clumsier clumsiness clumsy clung cluster clustered clustering
    clutch clutches clvi clvii clxi clxii clxiv clxix clxvi clxvii cm co coach coached coaches
    coaching coagulate coagulation coal coalesce coalesced coalition coarse coarsen coarseness
    coast coastal coaster coastline coat coated coating coauthored coax coaxes coaxing cob cobalt
    cobble cobra cobweb cocaine cocci coccus cochlea cock cockades cockatoo cockerel cockney
    cockpit cockroach cockroaches cocktail cocky cocoa cocoanut coconut cocoon cod code coded
    codeine codex codicils codification codified codify coding codon coed coeducational coefficient
    coerce coerced coercing coercion coercive coexist coexisted coexistence coffee coffeehouse
    coffeepot coffin cog cogency cogent cognac cognate cognition cognitive cognizant cogwheel
    cohabitation cohabited coherence coherent coherently cohesion cohesive cohesiveness cohort coil
    coin coinage coincide coincided coincidences coincident coinciding coined coining coke col cola
    cold colder coldest coldness coleslaw colic coliseum collaborate collaborated collaborating
    collaboration collaborative collaborator collage collapse collapsed collapsible collapsing
    collar collarbone collared collate collateral collation colleague collect collected collectible
    collecting collection collective collectively collector colleen college collegian collegiate
    collide collided colliding collie colliers collision colloid colloquial colloquially collusion
    collusive cologne colon colonel colones colonial colonialism colonies colonise colonised
    colonists colonization colonize colonized colonizing colonoscopy colony color coloration
    colored colorful coloring colorless colossal colossus colour coloured colourful colourless colt
    column columnist coma comb combat combatant combating combination combine combined combining
    combo combustion come comeback comedian comedic comedies comedy comestible comet comfort
    comfortable comfortably comforted comforter comforting comic comical coming comity comm comma
    command commandant commanded commandeered commander commanding commando commandoes commemorate
    commemorated commemorating commemoration commemorative commence commenced commencement
    commencing commend commendable commendation commended comment commentaries commentary
    commentated commentator commented commenting commerce commercial commercialize commercialized
    commercially commingle commission commissioned commissioner commit commitment committed
    committee committing commodities commodity commodore common commoners commonest commonly
    commonplace commonwealth commotion communal commune communicable communicants communicate
    communicated communicating communication communicative communicator communion communique
    communism communist communities community commutative commute commuter commuting compact
    compacted compaction compactness companies companion companionship company comparability
    comparable comparative comparatively compare compared comparing comparison compartment
    compartmentalized compass compasses compassion compatibility compatible compatriot compel
    compelled compelling compendium compensate compensated compensating compensation compensatory
    compete competed competence competencies competency competent competently competing competition
    competitive competitiveness competitor compilation compile compiled compiler compiling
    complacency complacent complain complainant complained complaining complaint complaisant
    complement complementary complemented complete completed completely completing completion
    complex complexes complexion complexities complexity compliance compliant complicate
    complicated complicating complication complied complies compliment complimentary complimenting
    comply complying component comports compose composed composer composing composite composition
    compost composted composure compound compounded compounding comprehend comprehension
    comprehensive compress compressed compresses compressing compression compressors comprise
    comprised comprising compromise compromised compromising compulsion compulsive compulsory
    computation computational computationally compute computed computer computerized computing
    comrade con concatenate concatenation concave conceal concealed concealing concealment concede
    conceded conceding conceit conceive conceived conceiving concentrate concentrated concentrating
    concentration concentric concept conception conceptual conceptualization conceptualize
    conceptualized conceptually concern concerned concerning concert concerted concerti concerto
    concession concessionaire conch conciliate concise conclave conclude concluded concluding
    conclusion conclusive conclusively concoct concocted concoction concomitant concord concordance
    concourse concrete concubines concur concurrency concurrent concurrently concussion condemn
    condemnation condemned condemning condensation condense condensed condenser condescend
    condiment condition conditional conditionally conditioned conditioner conditioning condo
    condolence condom condominium condone condor conducive conduct conducted conducting conduction
    conductive conductivity conductor conduit cone confection confectionery confederacy confederate
    confederation confer conference conferencing conferred conferring confess confessed confesses
    confession confessor confetti confidant confide confided confidence confident confidential
    confidentiality confidently configurable configuration configure configured confine confined
    confinement confining confirm confirmation confirmed confirming confiscate confiscated
    confiscating conflict conflicted conflicting confluence conform conformation conformed
    conforming conformity confound confounded confounding confront confrontation confrontational
    confronted confronting confuse confused confusing confusion conga congeal congenial congenital
    congestion congestive congests conglomerate congratulated congratulates congratulation
    congregate congregation congregational congress congresses congressional congressman congruence
    congruent conic conical coniferous conjectural conjecture conjoined conjugal conjugate
    conjugation conjunction conjunctivitis conjure connect connected connecting connection
    connective connectivity connector connexion conning connotation connote conquer conquered
    conquering conqueror conquest conquistador consanguinity conscience conscientious
    conscientiousness conscious consciously consciousness conscript conscripted conscription
    consecrate consecrated consecration consecutive consecutively consensual consensus consent
    consented consenting consequence consequent consequential consequently conservation
    conservationist conservatism conservative conservator conservatory conserve conserved consider
    considerable considerably consideration considered considering consign consigned consignment
    consist consisted consistency consistent consistently consisting consolation console
    consolidate consolidated consolidating consolidation consoling consonant consort consortium
    conspicuous conspiracy conspiratorial conspire conspired conspiring constable constabulary
    constancy constant constantly constellation constipation constituencies constituency
    constituent constitute constituted constituting constitution constitutional constitutionality
    constitutionally constrain constrained constraint constrict constricted constriction construct
    constructed constructing construction constructive constructively constructivism constructivist
    constructor construe construed consul consular consulate consult consultancies consultancy
    consultant consultation consultative consulted consulting consume consumed consumer consumerism
    consuming consummate consummated consummation consumption contact contacted contacting
    contagion contagious contain contained container containing containment contaminant contaminate
    contaminated contaminating contamination contemplate contemplated contemplating contemplation
    contemporaneous contemporaries contemporary contempt contend contended contender content
    contention contentious contentment contest contestant contested contesting context contextual
    contiguous continent continental contingencies contingency contingent continual continually
    continuance continuation continue continued continuing continuity continuous continuously
    continuum contort contortion contour contoured contraband contraception contraceptive contract
    contracted contractile contracting contraction contractor contractual contractually contradict
    contradicted contradicting contradictions contradictory contraptions contraries contrary
    contrast contrasted contrasting contravene contribute contributed contributing contribution
    contributor contributory contrite contrivance contrive control controlled controller
    controlling controversial controversially controversies controversy controverting contusions
    conundrum conurbation convalesce convalescence convalescent convection convene convened
    convenience convenient convening convent convention conventional conventionally converge
    converged convergence convergent converging conversant conversation converse conversed
    conversely conversing conversion convert converted converter convertible converting convertor
    convex convey conveyance conveyed conveying convict convicted conviction convince convinced
    convincing convocation convolution convolutional convoy convulse convulsion convulsive coo cook
    cookbook cooked cooker cookeries cookery cookie cooking cookout cooky cool coolant cooled
    cooler coolest cooling coon coop cooper cooperate cooperated cooperating cooperation
    cooperative coordinate coordinated coordinating coordination coordinator coot cop cope copied
    copier copies copilot coping copious copper copperhead copulate copulation copy copycat copying
    copyleft copyright copyrighted coral cord cordial cordless cordon corduroy core coriander
    coring cork corkscrew corn cornbread cornea corned corner cornerback cornered cornerstone
    cornet cornflakes cornice cornmeal cornstarch cornucopia corny corolla corollary corona
    coronaries coronary coronation coronavirus coronaviruses corp corpora corporal corporate
    corporation corporeal corpse corpulent corpus corpuscle corral correct corrected correction
    correctional corrective correctly correctness corrector correlate correlated correlating
    correlation correspond corresponded correspondence correspondent corresponding corridor
    corroborate corroborating corroboration corrode corrosion corrosive corrugated corrupt
    corrupted corrupting corruption corsage corset cortex cortical cosies cosigned cosmetic cosmic
    cosmological cosmology cosmonaut cosmopolitan cosmos cosmoses cost costing costliest costly
    costume cosy cot cottage cotton cottonmouth cottontail cottonwood cotyledons couch couches
    cougar cough coughed coughing could council councillor councilor counsel counseled counseling
    counselling counsellor counselor count countably countdown counted countenance counter
    counteract counterattack counterbalance counterclaim counterclaimed counterclockwise
    counterculture countered counterexample counterfeit counterfeiters countering counteroffer
    counterpart counterrevolutionaries counterrevolutionary countess countesses counties counting
    countless countries country countryman countrymen countryside county coup coupe couple coupled
    couplet coupling coupon courage courageous courageously courier course coursed court courted
    courteous courtesies courtesy courthouse courtier courting courtroom courtship courtyard cousin
    covalent cove covenant covenanted cover coverage covered covering covert covertly covet coveted
    covetous cow coward cowardice cowardly cowboy cowgirl cowhand cowhide coworker coworking
    cowpunchers cox coxswain coy coyote cozier cozies cozy crab crabby crack crackdown cracked
    cracker cracking crackle crackling crackpot cradle craft crafted crafting craftsman craftsmen
    crafty crag craggy cram cramp cramping cranberries cranberry crane crania cranial cranium crank
    crankshaft cranky crap crash crashed crashes crashing crass crate crater cratered cratering
    crave craving crawfish crawfishes crawl crawled crawling crayfish crayfishes crayola crayon
    craze crazed crazies crazy creak creaky cream creamy crease create created creating creation
    creationism creative creatively creativity creator creature credence credential credibility
    credible credit credited creditor credo credulity credulous creed creek creep creeper creepy
    cremate cremated cremation creole crepe crept crescendi crescendo crescent crest cretin
    cretinous crevasse crevice crew crewed crib cricket cricketer cries crime criminal criminally
    criminology crimped crimson cringe cringed crinkle cripple crippled crises crisis crisp crisper
    crisply crispy crisscross criteria criterion critic critical critically criticise criticised
    criticism criticize criticized criticizing critique croak crochet crocheting croci crock
    crockery crocodile crocus crocuses crofts croissant cronies crony crook croon crop cropped
    cropper cropping croquet cross crossbow crossbreed crossbreeding crossed crosses crossfire
    crossing crossover crossroad crosstown crosswalk crosswise crossword crotch crotches crouch
    crouched crouches crouching croup crow crowbar crowd crowded crowdfunding crowding crown
    crowned crowning crucial crucially crucible crucified crucifies crucifix crucifixes crucifixion
    crucify crude crudity cruel cruelly cruelties cruelty cruise cruiser cruising cruller crumb
    crumble crumbling crummy crumple crunch crunches crunchy crusade crusader crusading crush
    crushed crushes crushing crust crustacean crusty crutch crutches crux cruxes cry crybabies
    crybaby crying cryogenic crypt cryptic cryptocurrencies cryptocurrency cryptographer
    cryptography crystal crystalize crystalline crystallise crystallized crystallographic cs ct cu
    cub cube cubed cubic cubicle cubism cubist cuckoo cucumber cud cuddle cuddling cue cuff cuffed
    cuisine culinary cull culling culminate culminated culminating culmination culpability culprit
    cult cultivar cultivate cultivated cultivating cultivation cultivator cultural culturally
    culture cultured culturing cum cumbersome cumin cummerbund cumulative cumulatively cumulus
    cuneiform cunning cup cupboard cupcake cupful cupid cupola cupsful cur curates curator curb
    curd curdle cure cured curfew curie curio curiosities curiosity curious curiously curl curlew
    curling curly currant currencies currency current currently curricula curriculum curries curry
    curse cursed cursing cursor cursory curst curt curtail curtailed curtailing curtailment curtain
    curtly curtsey curtsies curtsy curvature curve curved curvy cushion custard custodial custodian
    custody custom customarily customary customer customise customization customize customized
    customizing cut cutback cute cutest cuticle cutlery cutlet cutoff cutouts cutter cutthroat
    cutting cyanide cyanobacteria cybernetic cyberpunk cyberspace cyborg cycle cyclic cyclical
    cyclically cycling cyclist cyclone cyclotron cylinder cylindrical cymbal cynic cynical cynicism
    cypher cypress cypresses cyst cystic cytoplasm czar dab dabble dachshund dad daddies daddy
    daemon daffodil daft dagger daguerreotype dahlia dailies daily dainties dainty daiquiris
    dairies dairy dairying dais daises daisies daisy dale dallies dalmatian dam damage damaged
    damaging dame dammed damn damnation damp dampen damping damsel dance danced dancer dancing
    dandelion dandies dandruff dandy danger dangerous dangerously dangle dangling dank dare dared
    daredevil dark darken darkened darker darkest darkly darkness darkroom darling darn dart darted
    dash dashboard dashcam dashes dashing data database dataset date dated dating datum daub
    daughter daunt daunting dauntless davenport davits dawdle dawn day daybreak daydream daydreamt
    daylight daytime daze dazed dazing dazzle dd de deacon deactivate deactivated deactivating dead
    deaden deadliest deadlift deadline deadlock deadlocked deadly deadwood deaf deafening deafness
    deal dealer dealership dealing dealt dean dear dearth death deathbed deaves deb debase debate
    debated debater debating debauch debauchery debenture debilitate debilities debility debit
    debited debonair debrief debris debt debtor debug debugged debugger debunk debunking debut
    debuted debuting decade decadence decadent decaf decal decapitate decapitated decathlon decay
    decayed decaying decease deceased decedent deceit deceitful deceive deceiving deceleration
    decencies decency decent decentralisation decentralization decentralize decentralized deception
    deceptive decibel decide decided decidedly deciding deciduous decimal decimate decipher
    deciphering decision decisive decisively deck decked declaration declarative declare declared
    declaring declension decline declined declining decode decoded decoder decoding decolonization
    decommissioned decompose decomposed decomposing decomposition decompress decompression
    deconstruction decontaminated decontamination decor decorate decorated decorating decoration
    decorative decorator decorous decorum decoy decrease decreased decreasing decree decreed
    decrepit decries decriminalization decriminalizing decry decryption dedicate dedicated
    dedication deduce deduced deducing deduct deducted deduction deductive deed deem deemed deep
    deepen deepening deeper deepest deeply deer deface defamation defamatory defame defamed default
    defaulted defeat defeated defeating defeatist defecate defecating defecation defect defecting
    defective defence defenceless defend defendant defended defender defending defense defensible
    defensive defensiveness defer deference deferred deferring defiance defiant deficiencies
    deficiency deficient deficit defied defies defile definable define defined defining definite
    definitely definition definitive definitively deflate deflated deflation deflect deflected
    deflecting deflection deforestation deforested deform deformation deforming deformities
    deformity defraud defrauded defraying defrost deft deftly defunct defuse defusing defy defying
    degenerate degeneration degradation degrade degraded degrading degree dehumanization
    dehumidifier dehydrate dehydrated dehydration deified deifies deify deign deities deity deject
    dejected dejection delay delayed delaying delegate delegated delegating delegation delete
    deleted deleterious deleting deletion deli deliberate deliberated deliberately deliberation
    delicacies delicacy delicate delicatessen delicious delight delighted delightful delimit
    delimited delineated delinquency delinquent deliria delirious delirium deliver deliverance
    delivered deliveries delivering delivery dell delta delude deluge delusion deluxe delve
    demagnetizing demagog demagogue demand demanded demanding demarcate demarcation demean demeanor
    demeanour dementia demerit demigod demilitarization demise demised demo demobilization
    demobilize demobilized democracies democracy democrat democratic democratization demographic
    demography demolish demolished demolishes demolishing demolition demon demonic demonstrably
    demonstrate demonstrated demonstrating demonstration demonstrator demoralise demoralize
    demoralized demote demoted demotion demount demure demurred den denature denaturing dendrite
    denial denied denies denigrate denim denominated denomination denote denoted denoting denounce
    denounced dense densely denser densest densities density dent dental dentifrice dentist
    dentistry dentures denunciations deny denying deodorant deodorise deodorize depart departed
    departing department departure depend dependable dependance dependant depended dependence
    dependencies dependency dependent depending depict depicted depicting depiction deplete
    depleted depleting depletion deplore deploy deployed deploying deployment depopulated deport
    deportation deported depose deposed deposit deposited depositing deposition depositor
    depository depot deprave depraved depravity deprecate deprecated depreciate depreciated
    depreciating depreciation depredations depress depressants depressed depresses depression
    depressive deprivation deprive deprived depriving depth deputies deputy derail derailment
    derange deranged derby deregulation derelict deride derision derisively derivation derivative
    derive derived deriving dermis derogation derogatory derrick descend descendant descended
    descendent descending descent describe described describing description descriptive descriptor
    desecrate desecrated desegregate desegregation desensitization desert deserted desertion
    deserve deserved deservedly desiccation design designate designated designating designation
    designed designer designing desirability desirable desire desired desiring desirous desist desk
    desktop desolate desolation despair despatch despatches desperate desperately despicable
    despise despised despite despoil despondency despondent despot despotic despotism dessert
    destination destine destined destinies destiny destitute destroy destroyed destroyer destroying
    destruction destructive detach detachable detached detaches detaching detachment detail
    detailed detailing detain detained detainees detect detectable detected detecting detection
    detective detector detention deter detergent deteriorate deteriorated deteriorating
    deterioration determinable determinant determinate determination determine determined
    determining determinism deterministic deterrence deterrent deterring detestable detests
    dethrone detonate detonated detonation detonator detour detract detriment detrimental deuce
    deuterium devaluation devalue devalued devastate devastated devastating devastation develop
    developed developer developing development developmental deviant deviate deviated deviating
    deviation device devil deviled devious devise devised devising devoid devolution devolve
    devolved devote devoted devotee devotion devotional devour devouring devout dew dexterity
    dexterous dextrose dextrous dharma dhoti diabetes diabetic diabolic diabolical diadem diagnose
    diagnosed diagnosis diagnostic diagnosticians diagonal diagonally diagram diagrammatic dial
    dialect dialectic dialed dialings diallings dialog dialogue dialysis diameter diamond diaper
    diaphanous diaphragm diaries diarist diarrhea diarrhoea diary diastolic diatribe dice diced
    dichotomies dichotomy dick dickey dictate dictated dictation dictator dictatorial dictatorship
    diction dictionaries dictionary dictum did didactic die died diesel diet dietaries dietary
    dieter dietetic dieting diff differ differed difference different differential differentiate
    differentiated differentiation differently differing difficult difficulties difficulty
    diffraction diffuse diffused diffusing diffusion dig digest digested digestible digesting
    digestion digestive digging digit digital digitalis digitally digitise digitization digitize
    digitized dignified dignifies dignify dignifying dignitaries dignitary dignities dignity
    digraphs digress digresses digression dike dilate dilated dilating dilation dilemma diligence
    diligent diligently dill dilute diluting dilution dim dime dimension dimensional diminish
    diminished diminishes diminishing diminution diminutive dimly dimple din dine diner dinettes
    ding dinghies dinghy dingy dining dink dinner dinosaur diocese diode dioxide dip diphtheria
    diphthong diploma diplomacy diplomat diplomata diplomatic dipole dipped dipper dipping dire
    direct directed directing direction directional directive directly director directorate
    directorships directory dirge dirigibles dirk dirt dirties dirty disabilities disability
    disable disabled disablement disadvantage disadvantaged disagree disagreed disagreeing
    disagreement disallow disallowed disallowing disambiguate disambiguation disappear
    disappearance disappeared disappearing disappoint disappointed disappointing disappointment
    disapprove disapproving disarm disarmament disarmed disarray disassemble disassembled
    disassembling disaster disastrous disavow disband disbanded disbanding disbelief disbelieve
    disburse disbursed disbursements disc discard discarded discarding discern discernible
    discharge discharged discharging disciple disciplinary discipline disciplined disciplining
    disclaim disclaimed disclaimer disclose disclosed disclosing disclosure disco discography
    discolor discoloration discolored discolour discomfit discomfort disconcert disconnect
    disconnected disconnecting disconnection discontent discontinuance discontinuation discontinue
    discontinued discontinuing discontinuities discontinuity discontinuous discord discordant
    discount discounted discounting discourage discouraged discouraging discourse discoursed
    discover discovered discoverers discoveries discovering discovery discredit discredited
    discrediting discreet discrepancies discrepancy discrete discretion discretionary discriminant
    discriminate discriminated discriminating discrimination discriminatory discus discuses discuss
    discussed discusses discussing discussion disdain disdainful disease diseased disembark
    disembarking disembodied disenfranchised disenfranchisement disengage disengaged disengagement
    disfavor disfavour disfigure disfigured disgrace disgraced disgruntle disgruntled disguise
    disguised disgust disgusted dish dishearten disheartened dishes dishevelled dishonesty dishonor
    dishonour dishwasher dishwater disillusioned disillusionment disinfect disinherit disintegrate
    disintegrating disintegration disjoint disjointed disjunctive disk dislike disliked dislocate
    dislocated dislocation dislodge disloyal disloyalty dismal dismantle dismantled dismantling
    dismay dismayed dismember dismembered dismiss dismissal dismissed dismisses dismissing
    dismissive dismount dismounted disobedience disobey disobeying disorder disordered disorderly
    disorganization disorganized disorient disoriented disown disparage disparate disparities
    disparity dispassionate dispatch dispatched dispatches dispatching dispel dispensable
    dispensary dispense dispensed dispenser dispersal disperse dispersed dispersion dispirited
    displace displaced displacement displacing display displayed displaying displease displeasing
    displeasure disposable disposal dispose disposed disposing disposition dispossess dispossessed
    dispossession disproportionate disproportionately disprove disproved disproven disproving
    dispute disputed disputing disqualification disqualified disqualifies disqualify disquiet
    disregard disregarded disrepair disreputable disrepute disrespect disrobe disrupt disrupted
    disrupting disruption disruptive dissatisfaction dissatisfied dissatisfy dissect dissected
    dissection disseminate disseminated disseminating dissension dissent dissenting dissertation
    disservice dissident dissimilar dissimulation dissipate dissipated dissipation dissociate
    dissociation dissolute dissolution dissolve dissolved dissolving dissonance dissuade distance
    distancing distant distantly distaste distend distended distention distil distill distillation
    distilled distiller distillery distilling distinct distinction distinctive distinctively
    distinctly distinguish distinguishable distinguished distinguishes distinguishing distort
    distorted distorting distortion distract distracted distraction distraught distress distressed
    distresses distressing distribute distributed distributing distribution distributive
    distributor district distrust distrusted disturb disturbance disturbed disturbing disunity
    disuse disused ditch ditches ditties ditto dittoes ditty diuretic diurnal diva divan dive dived
    diver diverge diverged divergence divergent diverging diverse diversification diversified
    diversify diversion diversity divert diverted diverting divest divested divide divided dividend
    dividing divination divine divinely diving divining divinities divinity divisibility divisible
    division divisional divisive divisor divorce divorced divorcing divulge divulged divulging
    divvied dizzies dizziness dizzy dizzying do doc docile dock docked doctor doctoral doctorate
    doctrinal doctrine document documentaries documentary documentation documented documenting
    dodge dodgers dodo doe dog doggerel doggie doghouse dogma dogmata dogmatic dogwood doilies
    doing doldrums dole doleful doll dollar dollies dolly dolphin domain dome domed domestic
    domestically domesticated domestication domesticity domicile domiciled dominance dominant
    dominate dominated dominating domination domineering dominion domino dominoes don donate
    donated donating donation done dongle donkey donned donor donut doodle doom doomed door
    doorbell doorman doormen doorstep doorway dopamine dope doped dopey doping dopy dorm dormant
    dormer dormitories dormitory dormouse dorsal dory dos dosage dose dot dote double doubled
    doubling doubly doubt doubted doubtful doubtless dough doughnut dour douse dove dowdies dowdy
    dowel down downcast downfall downgrade downhill download downloadable downloaded downloading
    downplayed downpour downright downsizing downstairs downstream downtime downtown downturn
    downward downy dowries dowry dowsing doze dozen dozing drab drachmas draconian draft drafted
    drafting draftsman draftsmen drafty drag dragged dragon dragonflies dragonfly dragoon drain
    drainage drained draining drake dram drama dramatic dramatically dramatise dramatising
    dramatist dramatize dramatized drank drape draped draperies drapery drastic drastically draught
    draughtsman draughty draw drawback drawbridge drawer drawing drawl drawn drawstring dread
    dreadful dream dreamed dreaming dreamland dreamt dreamy dreary dredge dredger dredging dregs
    drench drenched drenches dress dressed dresser dresses dressing dressmaking dressy drew dribble
    dribbled dribbling dried dries driest drift drifted drifter drifting driftwood drill drilling
    drink drinker drinking drip dripping drive drivel driven driver driveway driving drizzle droll
    dromedaries dromedary drone drool drooling droop drooping drop droplet dropout dropped dropping
    dross drought drouth drouthes drove drown drowned drowning drowse drowsiness drowsy drudge
    drudgery drug druggist drugstore druid drum drummer drumstick drunk drunkard drunken
    drunkenness dry dryer drying dryness drys dual dualism duality dub dubbed dubbing dubious
    ducats duchess duchesses duchies duchy duck ducked ducklings duct ductile ductility dud dude
    due duel duellings duet duff dug dugout duke dulcimer dull duller dullness duly dumb dumbbell
    dumber dumbfound dumfound dummies dummy dump dumped dumping dumpling dumpster dumpy dun dunce
    dune dung dungeon dunk dunning dunno duo duodenum dupe duped duplex duplexes duplicate
    duplicated duplicating duplication duplicity durability durable duration duress during dusk
    dusky dust dustbin duster dustmen dustpan dusty duties dutiful duty duvet dwarf dwarfing
    dwarfism dwarves dwell dweller dwelling dwelt dwindle dwindled dwindling dye dyed dyers dying
    dyke dynamic dynamical dynamically dynamite dynamo dynastic dynasties dynasty dysentery
    dysfunction dysfunctional dyslexia dysplasia dystopian dz e-bike ea each eager eagerly eagle
    ear earache eardrum earl earlier earliest early earmark earn earned earners earnest earnestly
    earning earphone earring earshot earthen earthenware earthquake earths earthworks earthworm
    earthy ease eased easel easier easiest easily easing east eastbound easterlies easterly eastern
    easternmost eastward easy eat eaten eater eating eave eavesdrop eavesdropped eavesdropping ebb
    ebonies ebony ebullience eccentric eccentricity ecclesiastic ecclesiastical echo echoed echoes
    eclectic eclecticism eclipse eclipsed ecliptic ecological ecologically ecologist ecology
    econometric economic economical economically economies economise economist economize economy
    ecosystem ecotourism ecstasies ecstasy ecstatic ecumenical eczema ed edamame eddies eddy edema
    edge edged edgeways edgewise edgy edible edict edifice edit editable edited editing edition
    editor editorial editorship eds educate educated educating education educational educationally
    educator eel eerie eery effect effected effecting effective effectively effectiveness effectual
    effectuate effectuated effeminate efficacy efficiencies efficiency efficient efficiently
    effigies effigy effluent effort effortless effusion effusive egalitarian egalitarianism egg
    eggnog eggplant ego egocentric egoism egoistic egotism egotist egress eh eider eigenvalue eight
    eighteen eighteenth eighth eighties eightieth eighty either ejaculate ejaculation eject ejected
    ejection eke elaborate elaborated elaboration elapse elapsed elastic elasticity elated elation
    elbow elder elderberry elderly eldest elect elected electing election elective elector
    electoral electorate electric electrical electrically electrician electricity electrification
    electrified electrify electrifying electrocute electrocuting electrode electrolysis electrolyte
    electrolytic electromagnetic electromagnetism electromagnets electron electronegativity
    electronic electronically electrostatic elegance elegant elegantly elegies elegy element
    elemental elementary elephant elevate elevated elevating elevation elevator eleven eleventh elf
    elfin elicit elicited eliciting eligibility eligible eliminate eliminated eliminating
    elimination elite elitism elitist elk ellipse ellipsis elliptic elliptical elm elongate
    elongated elope eloped elopements eloquence eloquent else elsewhere elucidate elucidated elude
    eluded elusive elves em email emailed emailing emanate emanated emanating emanation emancipate
    emancipated emancipating emancipation embalm embankment embargo embargoed embargoes embark
    embarked embarking embarrass embarrassed embarrassing embarrassment embassies embassy embattled
    embed embedded embellish embellished embezzle embezzled embezzlement embezzling emblazoned
    emblem emblematic embodied embodies embodiment embody emboldened embolism emboss embosses
    embrace embraced embracing embroidered embroidery embryo embryologist embryology embryonic
    emerald emerge emerged emergence emergencies emergency emergent emerging emeritus emetic
    emigrant emigrate emigrated emigration eminence eminent emir emirates emissaries emissary
    emission emit emitted emitting emo emoji emollients emote emotion emotional emotionally emotive
    empaneled empathize empathy emperor emphases emphasis emphasise emphasised emphasising
    emphasize emphasized emphasizing emphatic emphatically emphysema empire empirical empirically
    empiricism employ employe employed employee employer employing employment emporia emporium
    empower empowered empowering empowerment empress empresses emptied empties empty emptying emu
    emulate emulated emulation emulator emulsified emulsion enable enabled enabling enact enacted
    enacting enactment enamel enameled enamelled encamped encase encased encephalitis enchant
    enchiladas encircle encircled enclave enclose enclosed enclosing enclosure encode encoded
    encoder encoding encompass encompassed encompasses encompassing encore encounter encountered
    encountering encourage encouraged encouragement encouraging encroach encroaches encroaching
    encroachment encrust encrypted encryption encrypts encumber encumbrance encyclopaedic
    encyclopedia end endanger endangered endangering endear endeavor endeavoring endeavour ended
    endemic ending endive endless endlessly endocrine endorse endorsed endorsement endorsers
    endorsing endow endowed endowment endpoint endurance endure endured enduring endways enema
    enemata enemies enemy energetic energies energised energized energizer energizing energy
    enfolds enforce enforceable enforced enforcement enforcer enforcing engage engaged engagement
    engaging engine engineer engineered engineering engrave engraved engraving engross engrossed
    engrosses engulf engulfed engulfing enhance enhanced enhancement enhancer enhancing enigma
    enigmatic enjoin enjoined enjoining enjoy enjoyable enjoyed enjoying enjoyment enlarge enlarged
    enlargement enlarging enlighten enlightened enlightening enlightenment enlist enlisted enlistee
    enlisting enliven enmities enmity enormities enormity enormous enormously enough enquire
    enquiries enquiry enrage enraged enrich enriched enriches enrichment enrol enroll enrolled
    enrollment enrolment ensemble enshrine enshrined ensign enslave enslaved ensue ensued ensuing
    ensure ensured ensuring entail entailed entangle entanglement entangling entente enter entered
    entering enterprise enterprising entertain entertained entertaining entertainment enthral
    enthrall enthroned enthusiasm enthusiast enthusiastic enthusiastically entice enticing entire
    entirely entirety entities entitle entitled entitlement entitling entity entombed entomologist
    entomology entourage entrails entrance entrant entrap entrapment entreat entreaties entreaty
    entrench entrenched entrenches entrepreneur entrepreneurial entries entropy entrust entrusted
    entrusting entry entwine entwined enumerate enumerated enumeration enunciate enunciated envelop
    envelope enveloped envies envious environment environmental environmentalist environmentally
    environs envisage envisaged envisioned envisioning envoy envy enzyme eon epaulet epaulette
    ephemeral epic epicurean epidemic epidemiology epidermal epidermis epiglottis epigram epilepsy
    epileptic epilog epilogue episcopal episode episodic epistasis epistemology epistle epistolary
    epitaph epithet epitome epitomized epoch epochs eponymous epoxy epsilon equal equaling equalise
    equality equalize equalized equalled equalling equally equanimity equate equating equation
    equator equatorial equestrian equilateral equilibrium equine equinox equinoxes equip equipages
    equipment equipped equitable equities equity equivalence equivalent equivalently equivocal
    equivocation era eradicate eradicated erase erased eraser erasing erasure erect erected
    erectile erection erg ergo ergonomic ermine erode eroded erosion erotic erotica err errand
    errant erratic erred erroneous erroneously error erstwhile erudite erupt erupted erupting
    eruption erythrocyte es escalate escalated escalating escalation escalator escapade escape
    escaped escapees escaping escapism escapist eschatology eschewed eschewing escort escorted
    escorting escrow esophagi esophagus esoteric esp especial especially espionage esplanade esport
    espouses espresso espy esquire essay essayist essence essential essentially est establish
    established establishes establishing establishment estate esteem esteemed ester esthetic
    estimate estimated estimating estimation estimator estranged estrangement estrogen estuaries
    estuary eta etc etch etched etcher etches etching eternal eternally eternities eternity ethanol
    ether ethereal ethic ethical ethically ethnic ethnically ethnicity ethnologist ethnology ethos
    etiologies etiology etiquette etymological etymologists etymology eucalyptus eugenics
    eukaryotic eulogies eulogise eulogize eulogy eunuchs euphemism euphoria eureka euro euthanasia
    evacuate evacuated evacuating evacuation evade evaded evading evaluate evaluated evaluating
    evaluation evangelical evangelism evangelist evangelizing evaporate evaporated evaporation
    evasion evasive even evening evenly event eventful eventual eventually eventuate ever evergreen
    every everybody everyday everyone everything everywhere eves evict evicted eviction evidence
    evidenced evident evidently evil evince evocative evoke evoking evolution evolutionary evolve
    evolved evolving ewe ex exacerbate exacerbated exacerbating exacerbation exact exactly
    exaggerate exaggerated exaggerating exaggeration exalt exaltation exalted exam examination
    examine examined examiners examining example exasperate excavate excavated excavating
    excavation excavator exceed exceeded exceeding exceedingly excel excelled excellence excellent
    excelling except excepting exception exceptional exceptionally excerpt excerpted excess
    excesses excessive excessively exchange exchanged exchanging exchequer excise excised excision
    excitable excitation excite excited excitedly excitement exciting exclaim exclaimed exclamation
    exclude excluded excluding exclusion exclusive exclusively exclusivity excommunicated
    excoriation excrete excretion excruciating exculpated excursion excusable excuse excused
    excusing exec executable execute executed executing execution executioner executive executor
    exemplar exemplary exemplified exemplifies exemplify exempt exempted exemption exercise
    exercised exercising exert exerted exerting exertion exhale exhaled exhaust exhausted
    exhausting exhaustion exhaustive exhibit exhibited exhibiting exhibition exhibitionism
    exhibitor exhilarate exhort exhortation exhume exigent exile exiled exiling exist existed
    existence existent existential existentialism existing exit exited exiting exodus exoduses
    exonerate exonerated exoplanet exorbitant exorcise exorcist exotic expand expanded expanding
    expanse expansion expansionist expansive expatriate expect expectancy expectant expectation
    expected expecting expectoration expediency expedient expedite expedited expedition
    expeditionary expeditious expel expelled expelling expend expended expending expenditure
    expense expensive experience experienced experiencing experiment experimental experimentally
    experimentation experimented experimenter experimenting expert expertise expiration expire
    expired expiring expiry explain explained explaining explanation explanatory expletive
    explicable explicit explicitly explode exploded exploding exploit exploitation exploitative
    exploited exploiters exploiting exploration exploratory explore explored explorer exploring
    explosion explosive expo exponent exponential exponentially export exportation exported
    exporter exporting expose exposed exposing exposition exposure expound express expressed
    expresses expressible expressing expression expressionism expressive expressly expressway
    expropriated expulsion expunged exquisite extant extemporaneous extend extended extending
    extension extensive extensively extent extenuate exterior exterminate exterminated
    exterminating extermination external externalities externality externally extinct extinction
    extinguish extinguished extinguisher extinguishing extirpate extirpation extol extoll extort
    extorting extortion extortionist extra extracellular extract extracted extracting extraction
    extracurricular extradite extramarital extraneous extraordinarily extraordinary extrapolated
    extraterrestrial extravagant extravagantly extravert extreme extremely extremest extremist
    extremities extremity extricate extrinsic extrovert exuberance exuberant exude exult exultant
    exultation eye eyeball eyeballing eyebrow eyeglass eyeing eyelash eyelashes eyelid eyeliner
    eyesight eyesore eyewitness fa fable fabled fabric fabricate fabricated fabrication fabulous
    facade face faced faceless facelift facet facetious facial facially facile facilitate
    facilitated facilitating facilitation facilities facility facing facsimile fact faction
    factional facto factor factored factorial factories factoring factorization factory factual
    factually faculties faculty fad fade faded fading faecal faeces faggot fagot fail failed
    failing failure fain faint fainted fainting fair fairgrounds fairies fairly fairness fairy
    faith faithful faithfully faithless fake faking fakir falcon fall fallacies fallacious fallacy
    fallen fallibility fallible falling fallout fallow false falsehood falsely falsetto
    falsification falsified falsifies falsify falsities falsity fame famed familial familiar
    familiarity familiarized families family famine famous famously fan fanatic fanatical fanciers
    fancies fanciest fanciful fancy fanfare fang fanning fanny fantasies fantastic fantasy far
    faraway farce fare fared farewell farina farm farmed farmer farmhouse farming farmland
    farmyards farsighted fart farther farthest fascinate fascinated fascination fascism fascist
    fashion fashionable fashioned fashioning fast fasted fasten fastenings faster fastest
    fastidious fasting fat fatal fatalism fatalistic fatalities fatality fatally fate fated fateful
    father fathered fatherhood fatherland fathom fatigue fatigued fatten fatties fatty fatuous
    faucet fault faultless faulty fauna faunae favor favorable favorably favored favoring favorite
    favoritism favour favourable favoured favouring favourite fawn fax faxed faze fear feared
    fearful fearing fearless fearlessness fearsome feasibility feasible feast feasting feat feather
    feathered featherweight feathery feature featured featuring feces fecundity fed federal
    federalism federalist federally federated federation fedora fee feeble feed feedback feeder
    feedforward feeding feel feeling feet feign feigned feigning feint feldspar felicity feline
    fell felled fellow fellowship felon felonies felonious felony felt female feminine femininity
    feminism feminist femoral femur fen fence fenced fencing fend fender fennel fentanyl fer feral
    ferment fermentation fermented fermenting fern ferocious ferocity ferret ferried ferries ferry
    fertile fertilise fertiliser fertility fertilization fertilize fertilized fertilizer fervent
    fervor fervour festal festival festive festivities festivity festoon fetal fetch fetched
    fetches fetching fetich fetiches fetid fetish fetishes fetishism fetus fetuses feud feudal
    feudalism feuding fever feverish few fewer fewest fez fezes fezzes fiasco fiascoes fiat fib
    fiber fiberglass fibre fibreglass fibrous fiche fickle fiction fictional fictionalized
    fictitious fiddle fiddler fiddlesticks fidelity fidget fidgeting fidgety fiduciary fief field
    fielder fielding fiend fiendish fierce fiercely fiery fiesta fife fifteen fifteenth fifth
    fifties fiftieth fifty fig fight fighter fighting figments figurative figuratively figure
    figured figurehead figurine filament filamentous filch filches file filed filet filial
    filibuster filing fill filled filler fillet fillies filling film filmed filming filmmaker filmy
    filter filtered filtering filth filthiness filthy filtration fin final finale finalise finalist
    finality finalize finalized finalizing finally finance financed financial financially financier
    financing finch finches find finder finding fine fined finely finesse finest finger fingered
    fingernail fingerprint fingerprinting fingertip finicky finish finished finishers finishes
    finishing finite finitely fintech fir fire firearm fireballs firecrackers fired firefighter
    firefighting fireflies firefly fireman firemen fireplace firepower fireproof fireproofing
    fireside firewall firewood firework firing firm firmament firmer firmly firmware first
    firstborn firsthand firstly fiscal fish fished fisher fisheries fisherman fishermen fishery
    fishes fishing fishy fission fissure fist fit fitful fitness fitted fittest fitting five fix
    fixation fixed fixes fixing fixture fizz fizzes fizzle fizzy fjord fl flabby flaccid flag
    flagged flagging flagpole flagrant flagship flagstaff flagstone flail flair flak flake flaky
    flamboyant flame flamenco flaming flamingo flamingoes flammability flammable flan flange flank
    flanking flannel flap flapjack flare flared flash flashback flashes flashing flashlight flashy
    flask flat flatly flatness flatten flattened flatter flattered flattering flattery flattest
    flaunt flautist flavor flavored flavorful flavoring flavour flaw flawed flawless flawlessly
    flax flay flea fleck fled fledgling flee fleece fleecy fleeing fleet flesh fleshes fleshy flew
    flex flexed flexes flexibility flexible flexing flexitime flick flickers flier flies flight
    flightless flighty flimsy flinch flinches flinching flings flint flip flippant flipped flippers
    flipping flirt flirtation flit float floatation floated floating flock flocked flog flood
    flooded flooding floodlight floor floorboard flop floppies floppy flora florae floral florid
    florist floss flosses flotation flotilla flounce flour flourish flourished flourishes
    flourishing flout flow flowed flower flowering flowery flowing flown flu fluctuate fluctuated
    fluctuating fluctuation flue fluency fluent fluff fluffy fluid fluidity fluke flume flung flunk
    flunkey flunkie flunky fluorescence fluorescent fluoridated fluoridation fluoride fluorine
    flurries flurry flush flushed flushes flushing flute fluted flutist flutter fluttered
    fluttering flux fluxes fly flyby flybys flyer flying foal foam foamy focal foci focus focused
    focuses focusing focusses focussing fodder foe foetal foetid foetus foetuses fog fogey foggy
    foghorn fogies fogy foible foil foist fold folded folder folding foliage folk folklore folksy
    follies follow followed follower following folly foment fond fondle fondness font foo food
    foodstuff fool fooled foolery foolhardy fooling foolish foolishness foolproof foot footage
    football footballer footbridge footed foothill foothold footing footlights footloose footnote
    footpath footprint footrest footstep footstool footwear footwork for fora forage foraged
    foragers foraging foray forbad forbade forbear forbearance forbid forbidden forbidding forbore
    forborne force forced forceful forcefully forceps forcible forcibly forcing fords fore forearm
    forebode foreboding forecast forecasted forecasting foreclose foreclosed foreclosure
    forefathers forefinger forefront forego foregoes foregoing foregone foreground forehand
    forehead foreign foreigner foreleg foreman foremen foremost forensic foreplay forerunner
    foresaw foresee foreseeable foreseen foreshadow foreshadowed foresight foreskin forest
    forestall forested forester forestry foreswear foreswore foresworn foretaste foretell foretold
    forever forewarn forewent foreword forfeit forfeited forfeiture forgave forge forged forgeries
    forgery forget forgetful forgetting forging forgive forgiven forgiveness forgiving forgo
    forgoes forgoing forgone forgot forgotten fork forked forking forklifts forlorn form formal
    formaldehyde formalise formalised formalism formalities formality formalize formalized
    formalizing formally format formation formative formatting formed former formerly formidable
    forming formless formula formulae formulate formulated formulating formulation fornication
    forsake forsaken forsaking forsook forsooth forswear forswore forsworn forsythia fort forte
    forth forthcoming forthright forthwith forties fortieth fortification fortified fortifies
    fortify fortitude fortnight fortress fortresses fortuitous fortunate fortune forty forum
    forward forwarded forwarding forwent fossil fossilise fossilize fossilized foster fostered
    fostering fought foul fouled fouling found foundation foundational founded founder foundered
    founding foundlings foundries foundry fount fountain four fourteen fourteenth fourth fowl fox
    foxes foxglove foxhound foxtrot foxy fr fracas fracases fractal fraction fractional fracture
    fractured fracturing fragile fragility fragment fragmentary fragmentation fragmented
    fragmenting fragrance fragrant frail frailties frailty frame framed framers framework framing
    franc franchise franchisees franchising frankfurter frankincense frankly franks frantic
    frantically frat fraternal fraternise fraternities fraternity fraternization fraternize
    fratricide fraud fraudulent fraught fray frayed freak freaky freckle free freed freedmen
    freedom freehand freeing freelance freely freeman freemen freest freestanding freestyle
    freeware freeway freeze freezer freezing freight freighter frenzies frenzy frequencies
    frequency frequent frequented frequently fresco fresh freshen freshly freshman freshmen
    freshness freshwater fret fretful fretted friable friar friction frictional fridge fried friend
    friendlies friendly friendship fries frieze frigate fright frighten frightened frightful frigid
    frigidity frill frilly fringe frisk frisky fritter frivolity frivolous frizzy fro frock frog
    frolic from frond front frontage frontal fronted frontend frontier fronting frost frostbit
    frostbite frosted frosting frosty froth frothy frown froze frozen fructose frugal frugality
    fruit fruitful fruitfulness fruiting fruition fruitless fruity frustrate frustrated frustration
    fry fryer frying ft ftp fuchsia fudge fuel fueled fuelled fugitive fulcra fulcrum fulfil
    fulfill fulfilled fulfilling fulfillment full fullback fuller fullness fully fumble fume
    fumigate fumigation fun function functional functionality functionally functionary functioned
    functioning fund fundamental fundamentalism fundamentalist fundamentally funded funding
    fundraiser fundraising funeral funerary funereal fungal fungi fungicide fungus funguses
    funicular funk funnel funneled funnies funniest funny fur furies furious furiously furl furlong
    furlough furnace furnish furnished furnishes furnishing furniture furor furore furrow furry
    further furthered furthermore furthest furtive furtively fury fuse fused fuselage fusible
    fusion fuss fusses fussy futile futility future futuristic futurity fuze fuzz fuzzes fuzzing
    fuzzy gab gable gabled gadflies gadget gaffs gag gage gaggle gaiety gain gained gainful gaining
    gait gaiter gal gala galactic galaxies galaxy gale gall gallant gallantry gallbladder galleon
    galleries gallery galley gallivant gallon gallop gallows gallowses galore galvanise galvanize
    gambit gamble gambled gambler gambling game gamecocks gameplay gametes gaming gamma gamut
    gander gang ganglia gangplank gangrene gangsters gangway gaol gaoler gap gape garage garb
    garbage garble garden gardener gardenia gardening gargle gargoyle garish garland garlic garment
    garner garnered garnet garnish garnished garnishee garnishes garret garrison garrulous garter
    gas gaseous gases gash gashes gasket gasolene gasoline gasp gasses gastric gastritis
    gastrointestinal gastronomy gate gated gateway gather gathered gathering gaudy gauge gaunt
    gauntlet gauze gave gavel gawk gawky gay gayety gaze gazelle gazette gazetteer gazpacho gear
    gearbox geared gearing gecko gee geese gel gelatin gelatine geld gelded gelding gelt gem
    gemstone gen gender gene genealogical genealogy genera general generalisations generalise
    generalised generalities generality generalization generalize generalized generalizing
    generally generate generated generating generation generative generator generic generosity
    generous generously geneses genesis genetic genetically geneticist genial genie genii genital
    genitalia genius geniuses genocide genome genomic genotype genre gent gentile gentility gentle
    gentleman gentlemen gentleness gently gentries gentrification gentry genuine genus genuses
    geocentric geodesic geographer geographic geographical geographically geography geologic
    geological geologically geologies geologist geology geometric geometrical geometrically
    geometries geometry geophysical geopolitical geopolitics geothermal geranium gerbil geriatrics
    germ germane germanium germicide germinal germinate germination gerontology gerrymandering
    gerrymanders gestate gestating gestation gesture gesturing get getaway getting geyser ghetto
    ghettoes ghost ghoul giant gibberish gibbon gibe giblets giddy gift gifted gifting gig gigantic
    giggle gigolo gild gilded gilding gill gilt gimlet gimme gimmick gin ginger gingerbread gingham
    gingivitis giraffe girdle girl girlfriend girlhood girlish girth gist give giveaway given
    giving gizzard glacial glacier glad gladden glade gladiator gladiatorial glamor glamorise
    glamorize glamorous glamour glamourize glamourous glance glanced glancing gland glandular glare
    glared glass glasses glassware glassy glaucoma glaze glazing gleam glean gleaned glee gleeful
    glen glib glide glider glimpse glint glisten glistening glittering gloat global globalization
    globally globe globetrotters globular globule gloom gloomy glories glorified glorifies glorify
    glorious glory gloss glossaries glossary glosses glossies glossing glossy glottis glove glow
    glowing glowworm glucose glue gluing glum glut gluten glutinous glutted glutton gluttony
    glycerin glycerine glycerol glycogen glycolysis gm gnarl gnash gnashes gnat gnaw gnawn gneiss
    gnome gnu go goad goal goalie goalkeeper goaltender goat goatee gob gobble gobbled goblet
    goblin gochujang god godchild goddess goddesses godfather godless godlike godliness godmother
    godparent godsend godson goes goggle going goiter gold golden goldfish goldfishes goldsmith
    golf golfer golfing gondola gone gong gonna gonorrhea gonorrhoea gonzo goo good goodby goodbye
    goodie goodness goodnight goodwill goody gooey goof goofy goon goose gophers gore gorge
    gorgeous gorilla gory gosh gosling gospel gossip got gotta gotten gouge gouging goulash
    goulashes gourd gourmet gout gov govern governance governed governess governing government
    governmental governor governorship gown grab grabbed grace graceful gracefully graceless
    gracious graciously gradation grade graded grader gradient grading gradual gradually graduate
    graduated graduating graduation graffiti graffito graft grafted grafting grail grain gram
    grammar gramme gramophone grand grandchild grandchildren granddaughter grander grandeur
    grandfather grandiose grandma grandmother grandparent grandson grandstand grange granite
    grannie granny granola grant granted granting granular granularity granulated granulation
    granule grape grapefruit grapevine graph graphed graphic graphical graphically graphing
    graphite grapple grappling grasp grasped grasping grass grassed grasses grasshopper grassland
    grassy grate grated grateful gratification gratifies gratify gratings gratitude gratuities
    gratuitous gratuitously gratuity grave gravel graven graver gravestone graveyard gravies
    gravitate gravitating gravitation gravitational gravity gravy gray graying grayish graze grazed
    grazing grease greasy great greater greatest greatly greatness grebe greed greedy green
    greenback greenery greenest greenhorn greenhouse greenish greet greeting gregarious gremlin
    grenade grep grew grey greyhound greying grid griddle gridiron grief grievance grieve grieved
    grieving grievous griffin grill grille grilled grilling grim grimace grime grimy grin grind
    grinder grinding grindstone gringo grinning grip gripe grist gristle grit gritty grizzlies
    grizzly groan grocer groceries grocery groggy groin groom groomed grooming groove grooved
    groovy grope gross grossed grosses grossing grossly grotesque grotto grottoes grouch grouches
    grouchy ground groundbreaking grounded groundhog groundless groundwater groundwork group
    grouped grouper groupie grouping grouse grove grovel grow grower growing growl growling grown
    growth groyne grub grubby grudge gruel gruellings gruesome gruff grumble grumbling grumpy
    grunge grunt grunting gryphon gs guacamole guarantee guaranteed guaranteeing guarantor guard
    guarded guardian guarding gubernatorial guerilla guerrilla guess guessed guesses guesswork
    guest guffaw guidance guide guidebook guided guideline guiding guild guile guillotine guilt
    guiltless guilty guinea guise guitar guitarist gulag gulch gulches gulfs gull gullet gulley
    gullible gullies gulp gulping gum gumbo gumdrop gummy gumption gun gunboat gunfight gunfire
    gunman gunmen gunners gunnery gunning gunpowder gunshot gunsmith guppies guppy gurgle gurgling
    guru gush gushes gushing gust gustatory gusting gusty gut gutted gutter guttural guy guzzle
    gybe gym gymnasia gymnasium gymnast gymnastics gynecologist gynecology gypsies gypsum gyrate
    gyration gyroscope habit habitability habitable habitat habitation habitual habitually
    habituation hack hacked hacker hacking hackney hacksaw had haddock haemoglobin haemorrhoids hag
    haggard haggle hah haiku hail hailed hailing hailstone hailstorm hair haircut hairdo haired
    hairline hairstyles hairy hake hale half halftime halfway halibut halitosis hall hallelujah
    hallmark hallowed hallows hallucinated hallucinating hallucination hallucinogens hallway halo
    haloes halogen halon halt halted halting halve halved halving halyard ham hamburger hamlet
    hammer hammerhead hammering hammock hampering hamster hamstrings hamstrung hand handbag
    handball handbook handcuff handcuffed handed handful handgun handheld handicap handicapping
    handicraft handily handing handiwork handle handlebar handled handler handling handmade
    handmaiden handout handrail handset handsful handshake handshaking handsome handsomely
    handwriting handwritten handy handyman hang hangar hanged hanger hanging hangman hangout
    hangover hank haphazard hapless happen happened happening happier happiest happily happiness
    happy harangue harass harassed harasses harassing harassment harbor harbored harbour hard
    hardback hardcover harden hardened hardening harder hardest hardiness hardline hardliners
    hardly hardness hardship hardtop hardware hardwired hardwood hardy hare harem hark harlot harm
    harmed harmful harming harmless harmonic harmonica harmonies harmonious harmonise harmonization
    harmonize harmony harness harnessed harnesses harnessing harp harpist harpoon harpsichord
    harries harrow harrowing harrying harsh harsher harshly hart harvest harvested harvester
    harvesting has hash hashes hashish hashtag hassle haste hasten hastened hastily hasty hat hatch
    hatchback hatched hatchery hatches hatchet hatching hate hated hateful hatred hatter haughtily
    haughty haul hauled hauling haunt haunted haunting have haven having havoc hawed hawk hawker
    hawking hawthorn hay hayseed haystack haywire hazard hazardous haze hazel hazelnut hazing hazy
    he head headache headdresses headed header headfirst headgear heading headland headlight
    headline headlined headlong headmaster headphone headquartered headquarters headrests headroom
    headset headstone headstrong headwaters headway heady heal healed healers healing health
    healthcare healthful healthier healthiest healthily healthy heap hear heard hearing hearsay
    hearse heart heartache heartbeat heartbreak heartburn hearten heartfelt hearth hearties
    heartily heartland heartless heartstrings hearty heat heated heater heath heathen heather
    heating heave heaven heavenly heavier heavies heaviest heavily heaving heavy heavyset
    heavyweight heck heckle hectare hectic hector hedge hedgehog hedonism hedonistic heeding
    heedless heeds heel hefty hegemonic hegemony heifer height heighten heightened heightening
    heinous heir heiress heirloom heist held helical helicopter heliport helium hell hellish hello
    helm helmet helmsman helots help helped helper helpful helping helpless helplessness hem
    hemisphere hemlock hemmed hemoglobin hemophilia hemorrhage hemorrhaging hemp hen hence
    henceforth henchman henchmen hepatitis heptagon her herald heralded herb herbaceous herbal
    herbicide herbivore herbivorous herd herded herding herdsman herdsmen here hereabouts hereafter
    hereby hereditary heredity herein hereof heresies heresy heretic heretical heretofore herewith
    heritability heritage hermaphrodites hermit hermitage hernia herniae hero heroes heroic heroin
    heroine heroism heron herpes herring herself hertz hesitancy hesitant hesitate hesitated
    hesitation heterodox heterogeneity heterogeneous heterosexual heterosexuality heuristic hew
    hewn hex hexadecimal hexagon hexagonal hey heyday hi hiatus hiatuses hibernate hiccup hick
    hickories hickory hid hidden hide hideaway hidebound hideous hiding hierarchical hierarchically
    hierarchy hieroglyphic high highbrow higher highest highjack highland highlight highlighted
    highlighter highlighting highly highway hiit hijack hijacked hijackers hike hiked hiker hiking
    hilarious hilarity hill hillock hillside hilltop hilly hilt him himself hind hinder hindered
    hindering hindrance hindsight hinge hint hinterland hip hipper hippest hippie hippo
    hippopotamus hippy hire hired hireling hiring his hiss hisses hissing histamine histogram
    historian historic historical historically histories historiography history histrionic hit
    hitch hitches hitchhike hitchhiker hitchhiking hither hitherto hitter hitting hive ho hoagie
    hoard hoarding hoarse hoax hoaxes hobbies hobbit hobble hobby hobbyhorse hobbyist hobgoblin
    hobnob hobo hoboes hoc hock hockey hodgepodge hoe hog hogan hoist hold holder holding holdover
    holdup hole holiday holiest holiness holistic hollies hollow holly holocausts holographic
    holster holy homage homburg home homecoming homeland homeless homelessness homely homemade
    homemaker homeopathy homeostasis homeowner homepage homer homeschooling homesick homespun
    homestead hometown homeward homework homey homicidal homicide homie homing hominid homogeneity
    homogeneous homogenise homogenization homogenize homographs homomorphism homonym homophobic
    homophone homosexual homosexuality homy hone honest honestly honesty honey honeybees honeycomb
    honeydew honeymoon honeymooners honk honor honorable honorably honorary honored honorific
    honoring honour honourable honoured hood hooded hoodlum hoodwink hoof hook hookah hooking
    hookups hookworm hoop hooping hoorah hooray hoot hooters hooves hop hope hoped hopeful
    hopefully hopeless hopelessly hopelessness hoping hopper hopping hopscotch horde horizon
    horizontal horizontally hormone horn horned hornet hornpipe horny horoscope horrendous horrible
    horrid horrific horrifies horrify horror horse horseback horseman horseplay horsepower
    horseshoe horsing horticultural horticulture horticulturists hose hosiery hospice hospital
    hospitality hospitalization hospitalized host hostage hosted hostel hostess hostesses hostile
    hostilities hostility hosting hot hotbeds hotdog hotel hothead hotly hotness hotter hottest
    hound hour hourglass hourly house houseboat housebound housebroken housed household householder
    housekeeper housekeeping houseplant housewife housewives housework housing hove hovel hover
    hovering how howdy however howl howling hp hr http hub hubbub hubby hubris huckleberry huddle
    huddled hue huff huffy hug huge hugely hugged hugging huh hula hulk hull hullabaloo hum human
    humane humanely humanise humanised humanism humanist humanistic humanitarian humanities
    humanity humanize humankind humanly humanness humanoid humble humbly humbug humdrum humerus
    humid humidifies humidify humidity humiliate humiliated humiliating humiliations humility
    humming hummingbird hummus humor humorist humorous humorously humour hump humpback hunch
    hunchback hunches hundred hundredth hung hunger hungering hungover hungrier hungry hunk hunt
    hunted hunter hunting hurdle hurdler hurl hurled hurler hurling hurrah hurray hurricane hurried
    hurriedly hurries hurry hurt hurtful hurting hurtle hurtling husband hush hushes husk huskies
    husky hussar hustle hut hutch hutches hwy hyacinth hyaena hybrid hydra hydrant hydrate hydrated
    hydraulic hydrocarbons hydroelectric hydrofoil hydrogen hydrolysis hydroplane hydropower
    hydrosphere hydrotherapy hydroxide hyena hygiene hygienic hygienist hygrometer hymn hymnal hype
    hyperactive hyperactivity hyperbole hyperbolic hyperlink hyperspace hypertension
    hyperventilated hyperventilation hyphen hyphenate hyphenated hypnosis hypnotic hypnotise
    hypnotism hypnotist hypnotize hypnotized hypocrisy hypocrite hypocritical hypodermic
    hypoglycemic hypotenuse hypothalamus hypothermia hypotheses hypothesis hypothesized
    hypothetical hypothetically hypothyroidism hysteria hysteric hysterical hysterically ibis
    ibuprofen ice iceberg icebox icecap iced icicle icing icon iconic iconography icy id idea ideal
    idealise idealism idealist idealistic idealize ideally identical identically identifiable
    identification identified identifier identifies identify identifying identities identity
    ideological ideologically ideologies ideology ides idiocies idiocy idiom idiomatic
    idiosyncratic idiot idiotic idle idly idol idolise idolize ids idyll idyllic if igloo igneous
    ignite ignited igniting ignition ignominious ignominy ignorance ignorant ignore ignored
    ignoring iguana ii iii ikon ilk ill illegal illegality illegally illegible illegitimate illicit
    illiteracy illiterate illness illnesses illogical illuminate illuminated illumination illusion
    illusory illustrate illustrated illustration illustrative illustrator illustrious image imaged
    imagery imaginable imaginary imagination imaginative imagine imagined imaging imam imbalance
    imbecile imbeds imbued imitate imitated imitating imitation imitative imitator immaculate
    immaterial immature immaturity immediacy immediate immediately immense immensely immensity
    immerse immersed immersing immersion immersive immigrant immigrate immigrated immigrating
    immigration imminent immobile immobilise immobility immobilize immoderate immoral immorality
    immortal immortality immune immunise immunity immunization immunize immunized immunology
    immutable imp impact impacted impacting impair impaired impairing impairment impala impale
    impart imparted impartial impartiality impasse impassive impatience impatient impeach impeached
    impeaches impeaching impeachment impeccable impedance impede impediment impeding impel impend
    impending imperative imperceptible imperfect imperial imperialism imperialist imperially
    imperil imperishable impermanence impermanent impermeable impermissible impersonal
    impersonating impervious impetuous impetus impetuses impinge impinging impish implant implanted
    implement implementation implemented implementing implicate implicated implication implicit
    implicitly implied implies implode implore implored implosion imply implying impolite import
    importance important importantly importation imported importer importing impose imposed
    imposing imposition impossibility impossible impossibly impostor impotence impotent impound
    impoverish impoverished impracticable impractical imprecise impregnable impregnate impregnation
    impress impressed impresses impressing impression impressive imprint imprinting imprison
    imprisoned imprisonment impromptu improper improperly impropriety improve improved improvement
    improvident improving improvisation improvise improvised imprudent impudence impudent impulse
    impulsive impulsively impunity impure impurities impurity imputed in inability inaccessible
    inaccuracy inaccurate inaction inactive inactivity inadequacy inadequate inadequately
    inadmissible inadvertent inadvertently inalienable inane inanimate inapplicable inappropriate
    inappropriately inarticulate inasmuch inattentive inaudible inaugural inaugurate inaugurated
    inauguration inborn inbound inbox inbreeding inbreeds inbuilt inc incandescent incapable
    incapacitated incapacitating incapacity incarcerated incarceration incarnate incarnated
    incarnation incendiary incense incensed incentive inception incessant incestuous inch inches
    incidence incident incidental incidentally incinerate incinerated incision incisive incisor
    incite incitement inclement inclination incline inclined inclose inclosure include included
    including inclusion inclusive inclusively incognito incoherent income incoming incompatible
    incompetence incompetent incomplete incompletely incomprehensible inconclusive incongruity
    incongruous incongruously inconsistencies inconsistency inconsistent inconsistently
    inconspicuous incontinence incontinent inconvenience inconvenient incorporate incorporated
    incorporating incorporation incorporeal incorrect incorrectly increase increased increasing
    increasingly incredible incredibly incredulity increment incremental incremented incriminating
    incrimination incrusted incubate incubating incubation incubator inculcate incumbent incur
    incurable incurred incurring incursions indebtedness indecency indecent indecision indecisive
    indeed indefinite indefinitely indelible indelicate indemnification indemnify indemnity indent
    indentation indenting indentured independence independent independently indestructible
    indeterminate indeterminately index indexed indexes indexing indicate indicated indicating
    indication indicative indicator indices indict indicted indictment indie indifference
    indifferent indigenous indigent indignant indignantly indignation indignity indigo indirect
    indirectly indiscreet indiscriminate indiscriminately indispensable indisposed indisputable
    indistinct indistinguishable individual individualism individualistic individuality
    individualized individually indivisible indoctrinating indoctrination indolence indolent indoor
    indorse induce induced inducement inducing induct inductance inducted inductee induction
    inductive indulge indulgence indulgent industrial industrialisation industrialised
    industrialist industrialization industrialize industrialized industrializing industrially
    industries industrious industry inebriated inedible ineffable ineffective ineffectiveness
    ineffectual inefficiencies inefficiency inefficient inefficiently inelastic inelegant
    ineligibility ineligible inept ineptitude inequalities inequality inequitable inequity inert
    inertia inertial inertness inescapable inevitability inevitable inevitably inexact inexpensive
    inexperience inexperienced inexplicable inexplicably infallibility infallible infamies infamous
    infamy infancy infant infantile infantries infantry infarction infatuated infatuation
    infeasible infect infected infecting infection infectious infelicity infer inference
    inferential inferior inferiority inferno inferred inferring infertile infertility infest
    infestation infested infidel infidelities infidelity infield infiltrate infiltration infinite
    infinitely infinities infinitive infinity infirm infirmary infirmity infix inflame inflammation
    inflammatory inflatable inflate inflated inflation inflationary inflected inflection inflexible
    inflexion inflict inflicted inflicting infliction influence influenced influencer influencing
    influential influenza influx influxes info inform informal informality informally informant
    information informational informative informed informer informing infraction infrared
    infrastructural infrastructure infrequent infrequently infringe infringement infuriate
    infuriated infuse infused infusion ingenious ingenuity ingest ingested ingestion ingots ingrain
    ingrained ingratiate ingredient ingress inhabit inhabitant inhabited inhabiting inhalant inhale
    inhaled inhaler inhaling inherent inherently inherit inheritance inherited inheriting inhibit
    inhibited inhibiting inhibition inhibitor inhuman inhumane inhumanity initial initialise
    initialization initialize initialized initially initiate initiated initiating initiation
    initiative initiator initio inject injected injecting injection injectors injunction injure
    injured injuries injuring injurious injury injustice ink inkblot inkling inky inlaid inland
    inlay inlet inline inmate inn innards innate inner innermost inning innocence innocent
    innocuous innovate innovation innovative innovators innuendo innuendoes innumerable inoculate
    inoculated inoculation inoperable inordinate inorganic inpatient input inquest inquire inquired
    inquiries inquiring inquiry inquisition inquisitive inquisitors inroads ins insane insanity
    inscribe inscribed inscription insect insecticide insecure insecurities insecurity inseminate
    insemination insensibility insensible insensitive insensitivity inseparability inseparable
    insert inserted inserting insertion inshore inside insiders insidious insight insigne insignia
    insignificant insincere insinuate insipid insist insisted insistence insistent insisting
    insofar insolence insolent insoluble insolvency insolvent insomnia inspect inspected inspecting
    inspection inspector inspiration inspirational inspire inspired inspiring instability instal
    install installation installed installing installment instalment instance instant instantaneous
    instantaneously instantly instead instep instigate instigated instigation instil instill
    instinct instinctive instinctively institute instituted instituting institution institutional
    institutionalize institutionalized institutionalizing instruct instructed instructing
    instruction instructional instructive instructor instrument instrumental instrumentation
    insubordinate insubordination insufficiency insufficient insufficiently insular insulate
    insulated insulating insulation insulator insulin insult insulted insulting insurance insure
    insured insurer insurgence insurgencies insurgent insuring insurrection int intact intake
    intangible integer integral integrate integrated integrating integration integrity intellect
    intellectual intellectually intelligence intelligent intelligently intelligentsia
    intelligibility intelligible intend intended intending intense intensely intensest
    intensification intensified intensify intensities intensity intensive intensively intent
    intention intentional intentionally inter interact interacted interacting interaction
    interactive interbreeding intercede intercept intercepted intercepting interception interceptor
    interchange interchangeable interchangeably intercollegiate intercom interconnected
    interconnecting interconnection intercontinental intercourse interdependence interdependent
    interdisciplinary interest interested interesting interface interfaith interfere interfered
    interference interfering interferon interim interior interject interleaving interleukin
    interlock interlocking interlocutory interloper interlude intermarriage intermarry
    intermediaries intermediary intermediate interment interminable intermingled intermission
    intermittent intermittently intermolecular intern internal internalize internally international
    internationalism internationally interne interned internet interning internment internship
    interpersonal interplanetary interplay interpolated interpolation interpose interposition
    interpret interpretation interpreted interpreter interpreting interracial interred interrelated
    interrelationship interrogate interrogated interrogation interrogatories interrupt interrupted
    interrupting interruption intersect intersected intersecting intersection interspersed
    interstate interstellar intertwine intertwined interval intervene intervened intervening
    intervention interview interviewed interviewees interviewers interviewing interwar interweave
    interwove interwoven intestate intestinal intestine intimacies intimacy intimate intimation
    intimidate intimidating intimidation into intolerably intolerance intolerant intonation
    intoxicate intoxicated intoxicating intoxication intracellular intramural intrastate
    intravenous intravenously intrench intrenches intrepid intricacy intricate intrigue intrigued
    intriguing intrinsic intrinsically intro introduce introduced introducing introduction
    introductory introspection introspective introvert intrude intruded intruders intrusion
    intrusive intrust intuition intuitive intuitively inundate inundated inundation invade invaded
    invader invading invalid invalidate invalidated invalidating invalidity invariable invariably
    invariant invasion invasive invective invent invented inventing invention inventive
    inventiveness inventor inventories inventory inverse inversely inversion invert invertebrate
    inverted inverting invest invested investigate investigated investigating investigation
    investigative investigator investing investment investor inveterate invidious invigorate
    invigorated invincibility invincible inviolability invisibility invisible invitation
    invitational invite invited inviting invocation invoice invoke invoked involuntarily
    involuntary involve involved involvement involving invulnerable inward iodine iodized ion
    ionization ionize ionized ionizing iota ipecac irascible irate iridescent iridium iris irises
    irk iron ironclad ironed ironic ironically ironies irony irradiate irradiated irradiation
    irrational irrationality irreconcilable irregular irregularity irregularly irrelevance
    irrelevant irreparable irresistible irrespective irresponsible irresponsibly irretrievably
    irreverence irreverent irreverently irreversible irrevocable irrevocably irrigate irrigation
    irritability irritable irritant irritate irritated irritation is island islander isle islet ism
    isobar isolate isolated isolation isolationism isolationist isometric isomorphic isosceles
    isotope issuance issue issued issuer issuing isthmi isthmus isthmuses it italic italicise
    italicize itch itches itching itchy item itemise itemize iterate iteration iterative itinerant
    itinerary its itself iv ivies ivories ivory ivy ix jab jabber jack jackal jackass jackasses
    jackdaw jacket jackhammer jackknife jackknifed jackknives jackpot jade jagged jaguar jail
    jailed jailor jalopies jalopy jam jamb jamboree jangle janitor jar jargon jasmine jasper
    jaundice jaundiced jaunt jaunty javelin jaw jawbone jawed jay jaywalk jaywalking jazz jazzes
    jazzy jealous jealousies jealousy jeans jeep jeer jell jellies jello jelly jellybean jellyfish
    jeopardise jeopardize jeopardizing jeopardy jerk jerky jersey jests jet jetties jettison
    jettisoned jetty jewel jeweler jeweller jewellery jewelries jewelry jib jibe jiffies jiffy jig
    jiggle jigsaw jigsawn jihad jilt jimmy jingle jinx jinxes jittery jive job jock jockey jocular
    jocularly jog jogger jogging johns join joined joining joint jointly joke joked joker joking
    jollies jolly jolt josh jostle jostling jot joules journal journalism journalist journalistic
    journey journeyed journeyman jovial joy joyful joyous joystick js jubilant jubilation jubilee
    judge judged judgement judging judgment judgmental judicial judiciaries judiciary judicious
    judo jug juggernaut juggle juggler juggling jugular juice juicy jujutsu jukebox jumble jumbo
    jump jumped jumper jumping jumpy junction juncture jungle junior juniper junk junker junket
    junkie junky junta juridical juries jurisdiction jurisdictional jurisprudence jurist juror jury
    just justice justifiable justifiably justification justified justifies justify justly jut jute
    jutted juvenile juxtapose juxtaposed juxtaposing kale kangaroo karat karate karma kayak
    kayaking kc kebab keel keen keenly keep keeper keeping keepsake keg kelp kennel kenning kept
    keratin kerb kerchief kerchieves kernel kerosene kerosine ketch ketchup keto kettle kettlebell
    key keyboard keyboarding keyboardist keychain keyed keyhole keynote keystone keystroke keyword
    kg khaki khan kibbutz kick kickback kickboxer kicked kicker kicking kickoff kid kidnap
    kidnapped kidnapper kidnapping kidney kill killed killer killing kiln kilo kilobyte kilogram
    kilogramme kilometer kilometre kiloton kilowatt kilt kimono kin kind kinda kindergarten kindle
    kindled kindling kindly kindness kindnesses kinematic kinetic kinfolk king kingdom kingfisher
    kingpin kingship kink kinked kinky kinship kiosk kiss kissed kisses kissing kit kitchen kite
    kitten kitties kitty kiwi kluge km knack knapsack knave knead kneading knee kneecap kneel knelt
    knew knife knight knighthood knit knitted knitting knitwear knives knob knock knocked knocking
    knockout knoll knot knotted knotty know knowing knowingly knowledge known knuckle koala
    kombucha kookaburra kosher kowtow krone krypton ks kudos kumquat la lab label labeled labeling
    labelled labelling labia labial labium labor laboratories laboratory labored laborer laborious
    labour labourers labyrinth lace lacerate laceration lack lackadaisical lacked lacking
    lacklustre lacquer lacrimal lacrosse lactate lactating lactation lactic lactose lacy lad ladder
    lade ladies ladle lady ladybug ladylike lag lager laggard lagged lagoon laid lain lair lake lam
    lama lamb lambasts lambda lambing lame lameness lament lamentably laminate lamp lampoon
    lampooned lampreys lampshades lance lancer lancet lancing land landed lander landfall landing
    landladies landlady landline landlocked landlord landmark landmass landowner landscape
    landscaped landscaper landscaping landslid landslide lane language languid languish languishes
    languor languorous lanky lantern lap lapel lapped lapse lapsed laptop larcenies larceny larch
    lard large largely larger largest lariat lark larva larvae larval larynges laryngitis larynx
    larynxes lasagna lasagne lascivious lase laser lash lashed lashes lass lasses lasso lassoes
    last lasted lasting lastly latch latched latches latching late lately latency lateness latent
    later lateral laterally latest latex lath lathe lather latitude latitudinal latrine latte
    latter lattice laud laudatory lauded laugh laughed laughing laughter launch launched launcher
    launches launching laundered laundering laundries laundromat laundry laureate laurel lava
    lavatories lavatory lavender lavish lavished lavishes law lawful lawfully lawless lawmakers
    lawn lawnmower lawrencium lawsuit lawyer lax laxative laxity lay layer layered layering laying
    layman laymen layoff layout layperson lazies laziest lazy lb lbs lea leach leached leaching
    lead leaded leaden leader leadership leading leaf leaflet leafy league leak leakage leaked
    leaking leaky lean leaning leanness leap leapfrog leaping leapt learn learned learner learning
    learnt lease leased leasehold leash leashes leasing least leather leathery leave leaving
    lectern lecture lecturer lecturing led ledge ledger lee leech leeches leek leery leeward leeway
    left leftist leftmost leftover leg legacies legacy legal legalise legalised legalism legalistic
    legality legalization legalize legalized legalizing legally legate legatee legation legend
    legendary legged leggin leggings legibility legible legion legislate legislation legislative
    legislator legislature legit legitimacy legitimate legitimated legitimize legitimized legume
    lei leisure lemma lemme lemon lemonade lemurs lend lender lending length lengthen lengthened
    lengthwise lengthy leniency lenient leniently lens lenses lent lentil leopard leotard lepers
    leprechaun leprosy lept lesbian lesion less lessee lessen lessened lessening lesser lesson let
    letdown lethal lethargic lethargy letter lettered letterhead lettering letting lettuce letup
    leukaemia leukemia leukocyte levee level leveled levelled lever leverage leveraged leveraging
    levied levies levity levy levying lewd lexica lexical lexicon liabilities liability liable
    liaison liar libel libellous libelous liberal liberalise liberalism liberalization liberalize
    liberalized liberally liberate liberated liberating liberation liberator libertarian liberties
    liberty libido librarian libraries library librettist libretto lice licence license licensed
    licensee licensing lichen licit lick licked licorice lid lie lied lien lieu lieutenant life
    lifeblood lifeboat lifecycle lifeforms lifeguard lifeless lifelike lifeline lifelong lifespan
    lifestyle lifetime lift lifted lifting ligament ligature light lightbulb lighten lightening
    lighter lightest lighthouse lighting lightly lightness lightning lightweight lignin lignite lii
    likable like liked likelihood likely liken likened likeness likenesses likewise liking lilac
    lilies lilt lily limb limbo lime limelight limerick limestone limit limitation limited limiting
    limitless limousine limp limped limpets limping linchpin linden line lineage lineal linear
    linearly linebacker lined lineman linen liner lineup lingerie lingering lingo lingoes lingual
    linguist linguistic liniments lining link linkage linked linking linnet linoleum lint lintel
    lion lionesses lip lipid lipoprotein lipstick liquefaction liquefied liquefies liquefy liqueur
    liquid liquidate liquidated liquidating liquidation liquidity liquifies liquify liquor
    liquorice lira lisp list listed listen listened listener listening listing listless lit
    litanies litany lite liter literacy literal literally literary literate literature lithe
    lithium lithographer lithography lithosphere litigant litigate litigated litigating litigation
    litre litter litterbug littering little littoral liturgical liturgies liturgy livable live
    lived liveliest livelihood lively liven liver livery livestock livid living lix lizard llama lo
    load loaded loader loading loaf loafing loam loamy loan loaned loanwords loath loathe loathing
    loathsome loaves lob lobbied lobbies lobby lobbying lobbyist lobe lobed lobotomy lobster local
    locale localise localities locality localization localize localized locally locate located
    locating location loci lock locked locker locket lockout locksmith loco locomotion locomotive
    locus locust lodestone lodge lodged lodger lodging loft lofty log logarithm logarithmic logged
    loggerhead logging logic logical logically logician login logistic logistically logo loin
    loincloth lolcats loll lollipop lollypop lone loneliness lonely lonesome long longer longest
    longevity longhair longhand longing longish longitude longitudinal longitudinally longshoremen
    longstanding longtime look looked looking lookout lookup loom loon looney looneyies loonie
    loony loop looped loophole looping loose loosed loosely loosen loosened loot lop lope lord
    lordships lore lorries lorry lose loser losing loss losses lost lot loth lotion lotteries
    lottery lotus lotuses loud louder loudest loudly loudness loudspeaker lounge louse lousy
    louvered love loved lovelies lovely lover loving lovingly low lowdown lower lowercase lowered
    lowering lowest lowland loyal loyalist loyalties loyalty lozenge lubricant lubricate
    lubrication lucid luck luckier luckily lucky lucrative ludicrous lug luggage lugubrious
    lukewarm lull lullabies lullaby lumbar lumber lumberjack luminaries luminary luminescence
    luminescent luminosity luminous lump lumpy lunacies lunacy lunar lunatic lunch luncheon
    luncheonette lunches lunchtime lung lunge lunged lupin lupine lupus lurch lurched lurches lure
    lurid lurk lurking luscious lush lushes lust luster lustre lustrous lusty lute luxuriant
    luxuriate luxuries luxurious luxury lvi lvii lxi lxii lxiv lxix lxvi lxvii lyceum lychee lye
    lying lymph lymphatic lymphocytes lymphoma lynch lynches lynchpin lynx lyre lyric lyrical
    lyricist ma macabre macadamia macaroni macaronies macaw mace machete machinations machine
    machinery machining machinist macho mackerel mackintosh macro macroeconomic macron macroscopic
    mad madam madame madcap madden made madhouse madman madmen madness maelstrom magazine magenta
    maggot magic magical magician magisterial magistrate magma magnate magnesium magnet magnetic
    magnetise magnetism magnetize magnetized magneto magnetosphere magnificence magnificent
    magnifies magnify magnifying magnitude magnolia magnum magpie maharaja maharishi mahatma
    mahoganies mahogany maid maiden mail mailbox mailboxes mailed mailing mailman mailmen maim main
    mainframe mainland mainline mainly mainstay mainstream mainstreamed maintain maintained
    maintaining maintenance maize majestic majesties majesty major majored majoring majorities
    majority make maker makeshift makeup making maladaptive maladies maladjustment malady malaise
    malaria male malevolent malformations malfunction malfunctioned malfunctioning malice malicious
    maliciously malign malignancy malignant maligned malingering mall mallard malleable mallet
    malnourished malnutrition malodorous malpractice malt maltreat malware mama mamma mammal
    mammalian mammary mammon mammoth man manacle manage manageable managed management manager
    managerial managing manatee mandarin mandate mandated mandating mandatory mandible mandibular
    mandolin mane maneuver maneuverable manga manganese mange mangle mango mangoes mangrove mangy
    manhandle manhole manhood mania maniac maniacal manic manicure manicurist manifest
    manifestation manifested manifesting manifesto manifold manipulate manipulated manipulating
    manipulation manipulative manipulator mankind manly manned mannequin manner mannerism manning
    mannish manoeuvre manor manpower manservant mansion manslaughter mantel mantle mantra manual
    manually manufacture manufactured manufacturer manufacturing manure manuscript many map maple
    mapped mapping maraca marathon marauders marauding marble marbled marched marches marching mare
    margarine margarita margin marginal marginalized marigold marihuana marijuana marimba marina
    marinate marinated marine mariners marionette marital maritime marjoram mark markdown marked
    markedly marker market marketable marketed marketer marketing marketplace marking marksman
    marksmen marlin marmalade marmot maroon marooned marquee marquess marquis marquise marred
    marriage married marries marrow marry marrying marsh marshal marshes marshmallow marshy
    marsupial mart martial martian martin martinet martini martyr martyrdom martyred marvel
    marveled marvellous marvellously marvelous marzipan mascara mascot masculine masculinity mash
    mashed mashes mashing mashup mask masked masochist mason masonry masquerade masquerading mass
    massacre massage massaging masses massive massively mast master mastered masterful masterly
    mastermind masterminded masterpiece mastery masticate mastication mastiff masturbates
    masturbation mat matador match matcha matchbook matchbox matched matches matching matchless
    matchsticks mate mated material materialism materialize materialized materially maternal
    maternity math mathematical mathematically mathematician mathematics mating matriarch
    matriarchs matrices matriculate matriculated matriculation matrimony matrix matrixes matron
    matt matte matter matting mattress mattresses maturation mature matured maturing maturities
    maturity maudlin maul mausolea mausoleum mauve maven maverick max maxillary maxim maxima
    maximal maximise maximising maximization maximize maximized maximizing maximum may maybe
    mayflower mayhem mayo mayonnaise mayor mayoral maze me mead meadow meagre meal mealtime mean
    meandering meaning meaningful meaningfully meaningless meant meantime meanwhile measles
    measurable measure measured measurement measuring meat meatballs mechanic mechanical
    mechanically mechanise mechanised mechanism mechanistic mechanization mechanize mechanized
    medal medalist medallion meddle meddlesome meddling media mediaeval medial median mediate
    mediated mediation mediator medical medically medicate medication medicinal medicine medieval
    mediocre mediocrity meditate meditated meditating meditation medium medley medulla meek
    meekness meet meeting meg megabyte megahertz megaliths megalopolis megaphone megapixels megaton
    meiosis melancholic melancholy melanin melanomas melee mellow melodic melodies melodious
    melodrama melody melon melt melted melting member membership membrane membranous meme memento
    mementoes memo memoir memorable memoranda memorandum memorial memorializing memories memorise
    memorization memorize memory men menace menagerie mend mendicant menial meningitis menopausal
    menopause menses menstrual menstruate menstruation mental mentalities mentality mentally
    menthol mention mentioned mentioning mentor mentored mentoring menu meow meowing mercantile
    mercenaries mercenary merchandise merchandising merchant mercies merciful merciless mercilessly
    mercurial mercy mere merely merganser merge merged merger merging meridian meringue merino
    merit meritocracy meritorious mermaid merry mes mesa mesdames mesh meshes mess message
    messaging messenger messes messiah messier messy mestizos met metabolic metabolism metabolites
    metabolize metabolized metal metallic metallurgical metallurgist metallurgy metalworking
    metamorphic metamorphism metamorphose metamorphosed metamorphosis metaphor metaphorically
    metaphysical metaphysics metastasis metastasize mete meteor meteoric meteorite meteorological
    meteorologist meteorology meter methadone methane method methodical methodological
    methodologies methodology meticulous meticulously metre metric metrical metrication metro
    metropolis metropolitan mettle mew mezzanine mg mi miaow mica mice mickey micro microbe
    microbiologists microbiology microbiome microchip microcode microcomputer microeconomics
    microfiche microfilm micrometre microns microorganisms microphone microprocessor microscope
    microscopic microscopy microseconds microservices microwave mid midday middle middleman
    middlemen middleware midfielder midget midnight midpoint midriff midshipman midshipmen midst
    midstream midterm midtown midway midwife midwives mien miffed might mighty migraine migrant
    migrate migrated migrating migration migratory mikes milch mild milder mildest mildew mildewed
    mildly mile mileage milestone militancy militant militaries militarily militaristic
    militarization militarized military militate militated militia militiamen milk milked milkmaid
    milkman milkmen milkshakes milky mill milled millennia millennium miller millet milligram
    milliliter millimeters millimetre millinery milling million millionaire millionth millipede
    milliseconds mime mimic mimicked mimicking mimicries mimicry mimosa min minaret mince mincemeat
    mind minded mindful mindfully mindfulness mindless mine mined minefield miner mineral
    mineralogy mingle mingled mini miniature minibus minibuses minibusses minicomputers minimal
    minimalism minimalist minimally minimise minimize minimizing minimum mining minion miniscule
    miniseries minister ministries ministry minivan mink minnow minor minorities minority minstrel
    mint minty minuet minus minuscule minuses minute minutiae miracle miraculous mirage mire mirror
    mirrored mirroring mirth misadventures misanthropic misappropriation misbehave misbehavior
    miscarriage miscarries miscarry miscellaneous miscellany mischief miscommunication
    misconception misconduct misconstrued misdeeds misdemeanor misdiagnosis misdirect misdirected
    miserable miseries misery misfit misfortune misgivings misguide misguided mishandled
    mishandling mishap misinform misinformation misinformed misinterpret misinterpreted misjudge
    misjudged mislaid mislay mislead misleading mismanagement mismatch mismatches misnomer
    misogynist misplace misplaced misprint misquote misquoted misread misrepresentation
    misrepresented miss missed misses misshapen missile missing mission missionaries missionary
    missive misspell misspelled misspelt misstatement missteps mist mistake mistaken mistakenly
    mistletoe mistook mistress mistresses mistrial mistrust misty mistype misunderstanding
    misunderstood misuse misused misusing mite mitigate mitigating mitigation mitochondria
    mitochondrion mitosis mitt mitten mix mixed mixer mixes mixing mixture ml mm mnemonic mo moan
    moat mob mobile mobilise mobilised mobilising mobility mobilization mobilize mobilized
    mobilizing mobster moccasin mochi mock mocked mockeries mockery mocking mod modal mode model
    modeled modeling modelled modelling modem moderate moderated moderately moderating moderation
    moderator modern modernisation modernise modernised modernism modernist modernity modernization
    modernize modernized modernizing modest modestly modesty modicum modification modified
    modifiers modifies modify modifying modular modulate modulation modulators module modulo mogul
    mohair moist moisten moistened moisture molar molasses mold molded molding moldy mole molecular
    molecule molestation molested molests mollifies mollify mollusc mollusk molt molten molting mom
    moment momentarily momentary momentous momentum momma mommy monarch monarchical monarchies
    monarchist monarchs monarchy monasteries monastery monastic monetarism monetary monetized money
    mongoose mongrel monies moniker monitor monitored monitoring monk monkey monochromatic
    monochrome monogamous monogamy monogram monograph monolingual monolith monolithic monolog
    monologue mononucleosis monophonic monopolies monopolise monopolist monopolistic monopolization
    monopolize monopolized monopoly monorail monotheistic monotone monotonic monotonically
    monotonous monotony monoxide monsieur monsignor monsoon monster monstrosity monstrous month
    monthlies monthly monument monumental moo mood moody moon moonbeam moonlight moonstruck moor
    moorings moose moot mop mope moped moraines moral morale moralist moralities morality
    moralizing morally morass morasses moratoria moratorium moray morbid morbidity morbidly more
    moreover morgue morn morning moron moronic morose morpheme morphine morphological morphology
    morrow morsel mortal mortality mortally mortar mortgage mortgaged mortgagee mortgaging
    mortgagor mortifies mortify mortuaries mortuary mosaic mosque mosquito mosquitoes moss mosses
    mossy most mostly motel moth mothball mother motherboard motherhood mothering motif motility
    motion motionless motivate motivated motivating motivation motivational motivator motive motley
    motocross motor motorbike motorboat motorcade motorcycle motorcycling motorcyclist motoring
    motorise motorist motorize motorized motorway motto mottoes mould moulded mouldings mouldy
    moult mound mount mountain mountaineer mountaineering mountainous mountainside mountaintop
    mounted mounting mourn mournful mourning mouse mousetraps mousey mousse moustache mousy mouth
    mouthful mouthpiece movable move moveables moved movement movie moving mow mowed mower mowing
    mown mozzarella mpg mph mu much muck muckrakers muckraking mucous mucus mud muddies muddle
    muddy muezzins muff muffin muffle mug mugged muggers mugging muggles muggy mulattoes mulch
    mulches mule mull mullet multi multicolored multicultural multiculturalism multifarious
    multilateral multilevel multilingual multimedia multimillionaire multinational multiplayer
    multiple multiplexed multiplication multiplied multiplier multiplies multiply multiplying
    multipurpose multiracial multitasking multitude multivariate multiverse multivitamin mum mumble
    mummies mummification mummifies mummify mummy mumps munch munches mundane mung municipal
    municipalities municipality munition mural murder murdered murderer murdering murderous murky
    murmur muscle muscular musculature muse museum mush mushes mushroom mushrooming mushy music
    musical musically musician musicologist musk musket musketeers muskmelon muss mussel musses
    must mustache mustang mustard muster mustered musty mutable mutant mutate mutated mutation mute
    muted mutilate mutilating mutilation mutineers mutinies mutinous mutiny mutt mutter mutton
    mutual mutuality mutually muzzle my myopia myopic myriad myrtle myself mysteries mysterious
    mysteriously mystery mystic mystical mysticism mystifies mystify mystifying myth mythic
    mythical mythological mythologies mythologist mythology nab nachos nacre nadir nag nagged nail
    nailed naive naivety naked nakedness name named nameless namely namesake naming nanoseconds
    nanotechnology nap napalm nape napkin napped nappies nappy narcissist narcissus narcosis
    narcotic narrate narrated narration narrative narrator narrow narrowed narrower narrowest
    narrowly nasal nascent nastiest nasty natal nation national nationalism nationalist
    nationalistic nationalities nationality nationalization nationalized nationally nationwide
    native nativities nativity natty natural naturalisation naturalise naturalised naturalism
    naturalist naturalistic naturalization naturalize naturalized naturally naturalness nature
    naught naughty nausea nauseam nauseate nauseated nauseating nauseous nautical nautilus naval
    nave navel navies navigability navigable navigate navigating navigation navigator navy nays
    near nearby neared nearer nearest nearing nearly nearsighted nearsightedness neat nebula
    nebulae nebulous necessarily necessary necessitated necessities necessity neck necklace
    neckline necktie necrophilia necrosis nectar nectarine need needed needing needle needless
    needlework needy negate negated negation negative negatively negativity neglect neglected
    neglectful neglecting neglig negligee negligence negligent negligently negligible negligibly
    negotiable negotiate negotiated negotiating negotiation negotiator neigh neighbor neighborhood
    neighboring neighbour neighbourhood neighbouring neither nematodes nemesis neoclassical
    neoclassicism neocolonialism neoconservatives neodymium neoliberalism neologisms neon neonatal
    neonate neophyte nephew nephritis nepotism neptunium nerve nervous nervously nervousness nest
    nested nesting nestle net nether nett netted netting nettle network networking neural neuralgia
    neurological neurologist neurology neuron neuroscience neuroses neurosis neurosurgery neurotic
    neurotransmitter neutral neutralise neutrality neutralize neutrally neutrino neutron never
    nevertheless new newbie newborn newcomer newer newest newline newly newsagents newsboys
    newscast newsletter newspaper newspapermen newsprint newsreel newsstand newsworthy newsy newt
    newton next nexus niacin nibble nibs nice nicely nicer niceties nicety niche nickel nickelodeon
    nickle nickname nicknamed nicks nicotine niece nifty niggers nigh night nightclub nightfall
    nightgown nightingale nightlife nightly nightmare nightshade nightstand nighttime nihilism
    nihilists nil nimble nimbus nincompoop nine nineteen nineteenth nineties ninetieth ninety ninja
    ninnies ninny ninth nip nipple nippy nirvana nit nite nitrate nitrogen nitrogenous
    nitroglycerin nitwit no nobility noble nobleman noblemen noblest noblewoman noblewomen nobodies
    nobody nocturnal nod nodded node nodular nodule noel noes noise noiseless noisiest noisy nomad
    nomadic nomenclature nominal nominally nominate nominated nominating nomination nominative
    nominee non nonchalant noncombatants noncompetitive noncompliance nonconformity none nonempty
    nonentity nonessential nonetheless nonexistent nonfiction nongovernmental nonhuman
    noninterference nonlinear nonmembers nonpartisan nonpayment nonproductive nonprofit
    nonrefundable nonresident nonsense nonsensical nonsmoking nonstandard nonstop nontaxable
    nontoxic nontrivial nonverbal nonviolence nonviolent nonvoting nonwhite nonzero noodle nook
    noon noontime noose nope nor norm normal normality normalization normalized normally normative
    north northbound northeast northeastern northerly northern northernmost northward northwest
    northwestern nos nose nosebleeds nosedive nosey nostalgia nostalgic nostril nosy not notable
    notably notarized notation notch notched notches note notebook noted notepad noteworthy nothing
    notice noticeable noticeably noticed noticing notification notified notifies notify notifying
    noting notion notional notoriety notorious notoriously notwithstanding nougat nought noun
    nourish nourishes nourishment nova novel novelist novella novelties novelty novice now nowadays
    nowhere noxious nozzle nu nuance nuclear nuclei nucleic nucleotide nucleus nucleuses nude nudge
    nudity nugget nuisance null nullifies nullify numb number numbered numbering numbness numeral
    numerate numerator numeric numerical numerically numerous nun nunnery nuptial nurse nursed
    nursemaid nurseries nursery nursing nurture nurtured nurturing nut nutcracker nutmeg nutrient
    nutriments nutrition nutritional nutritionally nutritious nutritive nutshell nutted nutty
    nuzzle nylon nymph oaf oak oar oarlocks oases oasis oat oath oatmeal obedience obedient obelisk
    obese obesity obey obeyed obfuscated obituaries obituary object objected objection
    objectionable objective objectively objectivity objector oblate oblation obligate obligated
    obligation obligatory oblige obliged oblique obliterate obliterated oblivion oblivious oblong
    obnoxious oboe obscene obscenities obscenity obscure obscured obscurity observable observance
    observant observation observational observatories observatory observe observed observer
    observing obsess obsessed obsesses obsession obsessive obsidian obsolescence obsolescent
    obsolete obstacle obstetrics obstinacy obstinate obstruct obstructing obstruction obstructive
    obtain obtained obtaining obtrusive obtuse obvious obviously ocarina occasion occasional
    occasionally occasioned occlusion occult occupancy occupant occupation occupational occupied
    occupies occupy occupying occur occurred occurrence occurring ocean oceanic oceanographer
    oceanographic ocelot ochre octagon octagonal octal octave octet octopi octopus octopuses ocular
    odd oddities oddity ode odious odor odorless odour odyssey oesophagi oesophagus of off offbeat
    offence offend offended offender offending offense offensive offensively offensiveness offer
    offered offering offhand office officer official officially officiate officiated officiating
    officious offings offline offload offset offshoot offshore offside offspring offstage often
    oftentimes ogle ogre oh ohm ohs oil oily oink ointment ok okay okra old olden older oldest
    oleander olfactory oligopoly olive omega omelet omelette omen ominous omission omit omitted
    omitting omnibus omnipotent omnipresent omniscient omnivore omnivorous on onboard once oncology
    oncoming one onerous oneself ongoing onion online only onomatopoeia onrush onrushes onset
    onshore onslaught onto onus onuses onward oodles oops ooze op opal opaque open opened opener
    opening openly openness opera operand operate operated operatic operating operation operational
    operative operator ophthalmologist opiates opined opinion opioid opium opossum opponent
    opportune opportunistic opportunities opportunity oppose opposed opposing opposite opposition
    oppress oppressed oppresses oppression oppressive oppressor opt opted optic optical optically
    optician optima optimal optimisation optimise optimism optimist optimistic optimization
    optimize optimized optimizer optimizing optimum opting option optional optionally optometrists
    opulence opulent opus opuses or oracle oracular oral orally orange orangutan orangutang oration
    orator oratories oratory orb orbit orbital orbited orbiting orc orchard orchestra orchestral
    orchestrated orchestrating orchestration orchid ordain ordained ordeal order ordered ordering
    orderlies orderly ordinal ordinance ordinaries ordinarily ordinary ordination ordnance ore
    oregano organ organelles organic organically organisation organisational organise organised
    organising organism organist organization organizational organize organized organizer
    organizing orgasm orgasmic orgies orgy orient oriental orientate orientated orientation
    oriented orifice origami origin original originality originally originate originated
    originating origination originator oriole ornament ornamental ornamentation ornamenting ornate
    ornithologist ornithology orphan orphanage orthodox orthodoxies orthodoxy orthogonal
    orthographic orthopaedic orthopedic orthopedist oscillate oscillating oscillation oscillator
    oscilloscope osmosis osmotic osprey ossification ostensible ostensibly ostentation osteoporosis
    ostracise ostracism ostracize ostrich ostriches other otherwise otters ouch ought ounce our
    ourselves oust ousted ouster ousting out outage outback outbid outbound outbreak outburst
    outcast outclass outclasses outcome outcries outcrops outcry outdated outdid outdo outdoes
    outdone outdoor outer outermost outfield outfielder outfit outfitted outfitters outflanked
    outgoing outgrew outgrow outgrown outgrowth outhouse outing outlaid outlandish outlast outlaw
    outlawing outlay outlet outliers outline outlined outlining outlive outlook outlying
    outnumbered outnumbering outpatient outperform outperformed outpost output outrage outraged
    outrageous outran outrigger outright outrun outsells outset outshine outshone outside outsider
    outsized outskirt outsmart outsourcing outspoken outstanding outstation outstrip outstripped
    outstripping outstript outtakes outward outweigh outweighed outweighing outwit ova oval ovarian
    ovaries ovary ovation oven over overall overarching overate overbear overbearing overblown
    overboard overbooked overbore overborne overburden overcame overcast overcharge overcoat
    overcome overcoming overcompensation overcooking overcrowd overcrowded overcrowding overdid
    overdo overdoes overdoing overdone overdose overdraft overdraw overdrawn overdrew overdrive
    overdue overeat overeaten overestimate overestimated overfitting overflow overflowing overgrew
    overgrow overgrown overhand overhang overhanging overhaul overhauled overhead overhear
    overheard overheat overheated overheating overhung overjoyed overkill overlaid overlain
    overland overlap overlapped overlapping overlay overlaying overlie overload overloaded
    overloading overlong overlook overlooked overlooking overlord overly overlying overnight
    overpaid overpass overpasses overpopulate overpopulated overpopulation overpowering overprice
    overprint overproduce overqualified overran overrate overreact overreaction overridden override
    overriding overrode overrule overruled overrun oversaw overseas oversee overseeing overseen
    overshadow overshadowed overshoot overshot oversight oversize oversized oversleep overslept
    overstate overstated overstatement overstating overstep oversupply overt overtake overtaken
    overtaking overthrew overthrow overthrowing overthrown overtime overtone overtook overture
    overturn overturned overturning overuse overview overweening overweight overwhelm overwhelmed
    overwhelming overwhelmingly overwork overwrite oviparous ovoid ovulation ovule ovum owe owed
    owing owl owlet own owned owner ownership owning ox oxen oxfords oxidation oxidative oxide
    oxidise oxidize oxidizing oxyacetylene oxygen oxygenated oxygenating oyster oz ozone pa pace
    pacemaker pacesetters pacifier pacifies pacifism pacifist pacify pacing pack package packaged
    packaging packed packers packet packing pact pad padded paddies padding paddle paddling paddock
    paddy padlock padre paean pagan paganism page pageant pageantry pagination paging pagoda paid
    pail pain painful painkiller painless painlessly paint painted painter painting pair paired
    pairing pairwise paisley pajamas pal palace palatal palate palatial pale paleness paleo
    paleontologist paleontology paler palest palette palindrome palindromic palisade pall palladium
    pallid pallor palm palomino palpable palpate palpated palpation palpitations palsy paltry
    pamphlet pan panacea pancake pancreas pancreases pancreatic panda pandemic pandemonium
    pandering pane panegyrics panel paneled paneling panellings pang panhandle panic panicked
    panicky panorama panoramic pansies pansy pant pantheon panther pantie pantomime pantries pantry
    panty pantyhose pap papa papacies papacy papal papaya paper paperback paperclip paperwork
    papillae paprika papyri papyrus papyruses par parables parabola parabolic parachute parade
    paradigm paradise paradox paradoxes paradoxical paradoxically paraffin paragliding paragon
    paragraph parakeet paralegal parallax parallel paralleled parallelism parallelogram paralyse
    paralysed paralysis paralytic paralyze paralyzed parameter paramilitaries paramilitary
    paramount paranoia paranoid paranormal paraphernalia paraphrase paraphrased paraphrasing
    paraplegia paraplegic paraprofessionals parasite parasitic parasol paratrooper parcel parch
    parches parchments pardon pardoned pardoning pare parent parentage parental parentheses
    parenthesis parenthood parenting parish parishes parishioners parity park parka parked parking
    parkour parkway parlance parliament parliamentarian parliamentary parlor parlour parochial
    parodied parodies parody parole parquet parrakeet parrot parse parsec parsed parsimonious
    parsimony parsley parsnip parson parsonage part partake partaken partaking parted partial
    partiality partially participant participate participated participating participation
    participatory participle particle particular particularities particularity particularly
    particulate parties parting partisan partition partitioned partitioning partizan partly partner
    partnered partnering partnership partook partridge party partying paschal pasha pass passably
    passage passageway passbook passed passenger passer passerby passersby passes passing passion
    passionate passionately passive passively passivity passkey passport password past pasta paste
    pasted pastel pasteurise pasteurised pasteurize pasteurized pastiche pasties pastime pastor
    pastoral pastorate pastrami pastries pastry pasture pasty pat patch patches patchwork patchy
    pate patent patented paternal paternalism paternalistic paternally paternity path pathetic
    pathogen pathological pathologically pathologist pathology pathos pathway patience patient
    patiently patina patio patriarch patriarchal patriarchs patriarchy patrimony patriot patriotic
    patriotism patrol patron patronage patronise patronize patsy patter pattern patterned patties
    patty paucity paunch paunches paunchy pauper pause pausing pave paved pavement pavilion paving
    paw pawn pawned pay payable paycheck payee paying payload payment payoff payroll paywall pct pd
    pea peace peaceable peaceably peaceful peacefully peacekeeping peacetime peach peaches peacock
    peak peaked peaking peal peanut pear pearl peasant peasantry pease peat pebble pecan peck
    pecked pectoral peculiar pedagogical pedagogy pedal pedant pedantic pedantry peddle peddling
    pedestal pedestrian pediatric pediatrician pediatrist pedicure pedigree pedigreed pediment
    pedlar pee peed peeing peek peel peeled peeling peep peer peered peerless peeve peevish peg
    pegged pejorative pelagic pelican pellet pelt pelting pelves pelvic pelvis pelvises pen penal
    penalise penalised penalize penalizing penalties penalty penance pence penchant pencil pend
    pendant pending pendulum penes penetrate penetrated penetrating penetration penguin penicillin
    penile peninsula peninsular penis penises penitence penitent penknife penknives penmanship
    pennant pennies penniless penning penny pension pensioners pensive pentagon pentagonal
    pentathlon penthouse penultimate peon peonies peony people pep pepper peppered peppermint
    pepperoni peptic peptide per perambulate perceive perceived perceiving percent percentage
    percentile perception perceptive perceptual perch perchance perched perches percolate
    percolation percolator percussion percussionist perdition peremptory perennial perfect
    perfected perfecting perfection perfectionism perfectionist perfectly perforate perforated
    perforations perform performance performed performer performing perfume perhaps pericardium
    perigee perihelion peril perilous perimeter period periodic periodical periodically periodicity
    peripheral periphery periscope perish perished perishes perishing perjure perjuries perjury
    perk perky permafrost permanence permanent permanently permeability permeable permeate
    permeating permissible permission permissive permit permitted permitting permutation pernicious
    peroxide perpendicular perpetrate perpetrating perpetration perpetrator perpetual perpetually
    perpetuate perpetuating perpetuation perpetuity perplex perplexes perplexity persecute
    persecuted persecuting persecution persecutor perseverance persevere persimmon persist
    persisted persistence persistent persistently persisting person persona personae personage
    personal personalities personality personalized personally personification personified
    personify personnel perspective perspicuous perspiration perspire persuade persuaded persuading
    persuasion persuasive pert pertain pertained pertaining pertinent perturb perturbed perusal
    peruse perused pervade pervasive perverse perversion perversity pervert perverted perverting
    pesky peso pessimism pessimist pessimistic pest pesticide pestilence pestle pet petal peters
    petite petition petitioned petitioner petitioning petrel petrifaction petrified petrifies
    petrify petrochemicals petrol petroleum petted petticoat petting petty petulant petunia pew pg
    phage phallic phantasies phantasy phantom pharaoh pharmaceutical pharmacies pharmacist
    pharmacotherapy pharmacy pharyngeal pharynx phase phased pheasant phenobarbital phenomena
    phenomenal phenomenon phenotype pheromones philanthropic philanthropist philanthropy
    philharmonic philodendron philologist philology philosopher philosophic philosophical
    philosophically philosophies philosophising philosophy phishing phlebitis phlegm phlegmatic
    phloem phobia phobic phoenix phone phoned phoneme phonemic phonetic phonetically phoney phonics
    phonies phoning phonograph phonological phonology phony phosphate phospholipids phosphor
    phosphorus phosphorylation photo photocopy photoelectric photogenic photograph photographed
    photographer photographic photographing photography photojournalism photojournalist photon
    photosensitive photosynthesis photovoltaic phrase phrasing phrenology physic physical
    physically physician physicist physiognomy physiological physiologist physiology physique pi
    pianist piano piazza picante piccolo pick pickaback pickax pickaxe picked picket picketing
    picking pickle pickleball pickled pickpocket pickup picky picnic pictograph pictorial picture
    pictured picturesque piddle pie piebald piece pieced piecemeal piecework pied pier pierce
    pierced piercing piety pig pigeon pigeonhole piggish piggy piggyback pigment pigpen pigtail
    pike pilasters pilates pile pilfered pilgrim pilgrimage piling pill pillage pillar pillow
    pillowcase pilot piloted piloting pimento pimple pin pinch pinches pinching pincushion pine
    pineapple ping pinhole pinion pink pinkie pinky pinnacle pinnate pinning pinpoint pinprick
    pinstripes pint pinto pinwheel pioneer pioneered pioneering pious pipe pipeline piper pique
    piracy piranha pirate pirated pirouette pis piss pissed pistachio pistol piston pit pita pitch
    pitchblende pitched pitcher pitches pitchfork pitching piteous pitfall pithy pities pitiful
    pitiless pittance pitted pitting pituitary pity pivot pivotal pixel pixie pixy pizza pizzazz
    pizzeria pl placard placate placated place placebo placed placeholder placement placenta
    placentae placental placid placing plagiarise plagiarism plagiarist plagiarize plague plagued
    plaice plaid plain plainer plainly plaintiff plaintive plan planar plane planet planetaria
    planetary plank plankton planned planner planning plant plantain plantation planted planter
    planting plaque plasma plaster plastered plastic plasticity plate plateau plateaux platelet
    platform platinum platitude platonic platoon platter platypus platypuses plaudits plausible
    play playable playback played player playful playfully playground playhouse playing playlist
    playmate playoff playpen playthings playwright plaza plea plead pleaded pleading pleasant
    pleasantry please pleased pleasing pleasurable pleasure pleat plebiscite plectrum pled pledge
    pledged pledging plenary plenipotentiary plentiful plenty plethora plexus pliable pliant plies
    plight plod plop plot plotted plotting plough ploughshares plover plow plowing ploy pluck
    plucked plucking plucky plug plugged plugging plum plumage plumb plumber plumbing plume plummet
    plummeted plump plunder plundered plundering plunge plunged plunger plural pluralism
    pluralistic plurality plus pluses plush plusses plutonium ply plywood pneumatic pneumonia poach
    poached poacher poaches poaching pocket pocketbook pockmark pod podcast podia podium poem poet
    poetic poetical poetically poetry poignancy poignant poinsettia point pointed pointer pointing
    pointless poise poison poisoned poisoner poisoning poisonous poke poked poker pokey poky polar
    polarise polarity polarization polarize polarized pole polecat polemic polemical polestar
    police policeman policemen policies policing policy policymakers polio polished polishes
    polishing polite politely politeness political politically politician politicized politics
    polities polity polka poll polled pollen pollinate pollinating pollination polling pollsters
    pollutant pollute polluted polluters polluting pollution polo polonium poltergeist polyester
    polyethylene polygamous polygamy polygon polyhedron polymath polymer polynomial polyp
    polyphonic polyphony polytechnic polytheism polytheistic polytheists polyunsaturated
    pomegranate pomp pompous poncho pond ponder pondered ponderous ponies pontifical pontoon pony
    poodle pooh pool pooled pooling poop poor poorer poorest poorly pop popcorn pope poplar popped
    poppies popping poppy popsicles populace popular popularise popularised popularity
    popularization popularize popularized popularizing popularly populate populated population
    populist populous porcelain porch porches porcupine pore pork porn pornographic porous porpoise
    porridge port portability portable portal ported portend portent porter portfolio porthole
    portico porticoes porting portion portmanteau portrait portray portrayal portrayed portraying
    pose posed posies posing posited position positional positioned positioning positive positively
    positivism positron posits posse possess possessed possesses possessing possession possessive
    possessor possibilities possibility possible possibly possum post postage postal postbox
    postcard postcode postdoctoral posted poster posterior posterity postgraduate posthumous
    posthumously posting postman postmark postmaster postmen postmodern postmodernism postpone
    postponed postponing postscript postseason postulate postulated posture postwar posy pot potash
    potassium potato potatoes potbelly potency potent potential potentially pothole potion potluck
    potted potter potteries pottery potting pouch pouches poultry pounce pound pounding pour poured
    pouring pout poverty powder powdery power powerboat powered powerful powerhouse powering
    powerless powwow pox practical practically practice practiced practicing practise practised
    practitioner pragmatic pragmatically pragmatism prairie praise praised praiseworthiness
    praising praline pram prance prank prattle prattling prawn pray prayed prayer praying pre
    preach preached preacher preaches preaching preamble precarious precaution precede preceded
    precedence precedent preceding precinct precious precipice precipitate precipitated
    precipitating precipitation precipitous precise precisely precision preclude precluded
    precluding preclusion precocious preconceived preconceptions precondition preconditioning
    precursor predates predation predator predatory predeceased predecessor predefined
    predestination predestined predetermined predicament predicate predicated predict
    predictability predictable predictably predicted predicting prediction predictive predictor
    predisposed predisposes predisposing predispositions predominance predominant predominantly
    predominate preeminent preempt preen preexisting prefab preface prefect prefecture prefer
    preferable preference preferentially preferred preferring prefix prefixes pregnancies pregnancy
    pregnant prehistoric prehistory prejudice prejudiced prejudicial prelate preliminaries
    preliminary prelude premature prematurely prematurity premeditate premeditated premeditation
    premier premiere premiered premiering premise premiss premisses premium premonitions prenatal
    preoccupation preoccupied preoccupy prep prepaid preparation preparatory prepare prepared
    preparedness preparing prepay preponderance prepositions prepped prepping prequel prerequisite
    prerogative presaged preschool preschooler prescribe prescribed prescribing prescription
    prescriptive presence present presentation presented presenter presenting presently
    preservation preservative preserve preserved preserver preserving preside presided presidency
    president presidential presiding press pressed presses pressing pressure pressured pressuring
    pressurize pressurized prestige prestigious presumably presume presumed presumption presumptive
    presuppose presupposition pretence pretend pretended pretense pretension pretext prettier
    pretties pretty pretzel prevail prevailed prevailing prevalence prevalent prevent preventable
    preventative prevented preventing prevention preventive preview previewed previous previously
    prevue prewar prey price priced priceless pricey pricing prick prickle prickly pride pries
    priest priestess priesthood prim primacy primaeval primal primaries primarily primary primate
    prime primed primer primeval primitive primogeniture primordial primp primrose prince princely
    princess princesses principal principalities principality principally principle principled
    print printable printed printer printing printout prior priorities prioritize prioritized
    prioritizing priority prise prism prismatic prison prisoner pristine privacy private privateer
    privately privation privatisation privatise privatization privatize privatized privies
    privilege privileged privileging privy prize prized pro proactive probabilistic probabilities
    probability probable probably probate probation probe probing problem problematic proboscis
    procedural procedure proceed proceeded proceeding process processed processes processing
    procession processional processor proclaim proclaimed proclaiming proclamation procrastinate
    procrastinating procrastination procreation procure procured procurement procuring prod
    prodding prodigal prodigies prodigious prodigy produce produced producer producing product
    production productive productivity profane profanity profess professed professes profession
    professional professionally professor professorships proffered proffers proficiency proficient
    profile profiled profiling profit profitability profitable profiteering profiting profound
    profoundly profundity profuse profusely profusion progenitors progeny progesterone prognoses
    prognosis program programmable programme programmed programmer programming progress progressed
    progresses progressing progression progressive progressively prohibit prohibited prohibiting
    prohibition prohibitive project projected projectile projecting projection projector
    prokaryotic proletarian proletariat proliferate proliferation prolific prolog prologue prolong
    prolonged prom promenade prominence prominent prominently promiscuously promise promised
    promising promissory promo promontory promote promoted promoter promoting promotion promotional
    prompt prompted prompter prompting promptly promulgate promulgated prone prong pronghorn
    pronoun pronounce pronounced pronouncement pronouncing pronunciation proof proofread
    proofreading prop propaganda propagate propagated propagation propel propellant propelled
    propeller propelling propensities propensity proper properly properties property prophecies
    prophecy prophesied prophesies prophesy prophet prophetic prophylaxis proponent proportion
    proportional proportionally proportionately proposal propose proposed proposing proposition
    propositional propositioned proprietary proprietor propriety propulsion propulsive prorated
    proscribed proscribing prose prosecute prosecuted prosecuting prosecution prosecutor
    proselytize prosody prospect prospective prospector prospectus prosper prosperity prosperous
    prostate prosthetic prostitute prostitution prostrate prostrated prostrating protagonist
    protect protected protecting protection protectionism protective protectiveness protector
    protectorate protein protest protestant protested protester protestor protocol proton
    protoplasm prototype protozoan protract protracted protractor protrude protruding protrusion
    proud proudest provable provably prove proved proven provenance proverb proverbial provide
    provided providence provider providing province provincial proving provision provisional
    provisioned proviso provisoes provocation provocative provoke provoked provoking prow prowess
    prowl proxies proximity proxy prude prudence prudent prudish prune pruning prurient pry psalm
    pseudo pseudonym psych psyche psychedelia psychedelic psychiatric psychiatrist psychiatry
    psychic psycho psychoactive psychoanalysis psychoanalyst psychogenic psychological
    psychologically psychologist psychology psychopath psychopathic psychoses psychosis
    psychosomatic psychotherapies psychotherapy psychotic psychs pt ptomaine pub puberty pubic
    public publican publication publicise publicised publicist publicity publicize publicized
    publicly publish published publisher publishes publishing puck pudding puddle pudgy pueblo puff
    puffer puffing puffy pugnacious puke pull pulled pulley pulling pulmonary pulp pulpit pulpy
    pulsars pulsate pulsation pulse pulsed pulverise pulverize puma pumice pummel pump pumped
    pumping pumpkin pun punch punched punches punching punchline punctual punctuate punctuated
    punctuation puncture pundit pungent punish punishable punished punishes punishing punishment
    punitive punk punt punter punting puny pup pupal pupil puppet puppetry puppies puppy
    purchasable purchase purchased purchaser purchasing pure puree purely purgatory purge purged
    purging purification purified purifies purify purism purist puritan purity purple purplish
    purport purported purportedly purporting purpose purposed purposeful purposefully purposely
    purr purring purse pursuant pursue pursued pursuing pursuit purulent purveyor purview pus push
    pushed pushes pushing pushups pushy puss pusses pussies pussy pussycats pustule put putative
    putrefaction putrid putt putter putties putting putty puzzle puzzled puzzling pygmy pyjamas
    pyramid pyramidal pyre pyrite pyrotechnic python qt qua quack quad quadrangle quadrant
    quadratic quadruped quadruple quadrupled quadruplet quagmire quail quaint quake qualification
    qualified qualifier qualifies qualify qualifying qualitative qualities quality qualm quandaries
    quandary quantified quantifies quantify quantitative quantities quantity quantum quarantine
    quarantined quark quarrel quarreled quarries quarry quart quarter quarterback quarterdeck
    quarterfinal quartering quarterly quartet quartette quartz quash quashes quashing quasi
    quatrains quay queasy queen queer quell quench quenches queried queries query querying
    quesadilla quest question questionable questioned questioning questionnaire queue queuing
    quibble quibbled quibbling quiche quick quicken quicker quickly quicksand quicksilver quid
    quiet quieter quietly quietness quill quilt quilted quinces quinine quinoa quintessential
    quintet quintuplet quip quirk quirky quit quite quitting quivers quiz quizzes quizzical quorum
    quota quotation quote quoted quotient quoting rabbi rabbinical rabbit rabble rabid rabies
    raccoon race raced racehorse racer racetrack raceway racial racially racing racism racist rack
    racked racket racking racoon racquet racquetball racy radar radial radiance radiant radiate
    radiated radiating radiation radiator radical radicalism radii radio radioactive radioactivity
    radioed radioisotope radiology radiotherapy radish radishes radium radius radiuses radon raffle
    raft rafters rag ragamuffin ragas rage raged raging ragtime raid raided raider raiding rail
    railed railing railroad railway rain rainbow raincoat raindrop rained rainfall rainforest
    rainier rainstorm rainwater rainy raise raised raisin raising rajahs rajas rake raked raking
    rallied rallies rally ram ramble rambling ramen ramifications ramp rampage rampant rampart
    ramrod ramshackle ran ranch rancher ranches ranching rancid rancor rancorous rancour random
    randomized randomly randomness randy rang range ranged ranger ranging rank ranked ranking
    rankle ransack ransacked ransacking ransom ransomware rant rap rape raped rapid rapidity
    rapidly rapist rapper rapport rapt rapture rapturous rare rarely rarer rarest rarities rarity
    rascal rash rashes rasp raspberries raspberry rasping rat ratchet rate rated rather
    ratification ratified ratifies ratify ratifying rating ratio ration rational rationale
    rationalism rationalist rationality rationalization rationalized rationally rationing rattle
    rattlesnake ratty raucous ravage rave ravel ravellings raven ravening ravenous ravine ravings
    ravioli ravish ravishes raw ray rayon raze razed razing razor re reach reachable reached
    reaches reaching react reactants reacted reacting reaction reactionary reactivated reactivates
    reactive reactivity reactor read readability reader readership readies readiest readily
    readiness reading readjust readjustment ready readying reaffirmed reaffirming reagent real
    reales realise realised realising realism realist realistic realistically realities reality
    realization realize realized realizing reallocate reallocated reallocation really realm
    realtors realty ream reanimated reanimates reap reaper reappear reappearance reappearing
    reapplies reapportionment reappraisal rear reared rearing rearmament rearmost rearrange
    rearrangement rearranging reason reasonable reasonably reasoning reassembled reassembling
    reassess reassessment reassigned reassurance reassure reassuring rebate rebel rebelled
    rebelling rebellion rebellious rebind rebirth reborn rebound rebounded rebranded rebuff rebuild
    rebuilding rebuilt rebuke rebuked rebut rebuttal rebutted rebutting recall recalled recalling
    recant recanted recap recapitulated recapitulates recapitulating recapitulation recapture
    recaptured recede receded receipt receivable receive received receiver receivership receiving
    recent recently receptacle reception receptionist receptive receptor recess recesses recession
    recessive recharge recidivism recidivist recipe recipient reciprocal reciprocate reciprocating
    reciprocity recital recitation recitative recite recited reciting reckless recklessly reckon
    reckoned reclaim reclaiming reclamation recline recliner recluse reclusive recognisable
    recognise recognised recognising recognition recognizable recognizably recognize recognized
    recognizing recoil recollect recollected recollecting recollection recombination recombining
    recommend recommendation recommended recommending recompense recompile reconcile reconciled
    reconciliation reconciling reconditioning reconfiguration reconfigured reconnaissance reconnect
    reconsider reconsideration reconsidered reconstituted reconstruct reconstructed reconstruction
    record recorded recorder recording recount recounted recoup recourse recover recoverable
    recovered recoveries recovering recovery recreate recreated recreation recreational
    recriminations recruit recruited recruiter recruiting recruitment recta rectal rectangle
    rectangular rectification rectifies rectify rectifying rectilinear rector rectum recuperate
    recuperating recur recurred recurrence recurrent recurring recursion recursive recursively
    recyclable recycle recycled recycling red redden reddish rededicated redeem redeemed redeemer
    redeeming redefine redemption redesign redesigned redeveloped redevelopment redhead redid
    redirect redirected rediscovered rediscovery redistribute redistributed redistribution
    redistricting redness redo redoes redoing redone redraft redraw redrawing redrawn redress
    redressed redresses redressing redskins reduce reduced reducing reduction redundancy redundant
    redwood reed reef reek reeking reel reelect reelected reelection reemphasizing reenforce
    reenter reentry reestablished reeve reexamined ref refer referee reference referenced
    referencing referenda referendum referent referential referral referred referring refill
    refilled refinance refine refined refinement refineries refinery refining refit refitted
    reflect reflected reflecting reflection reflective reflector reflex reflexes reflexive reflux
    refocusing reforestation reform reformat reformation reformed reformer reforming reformulated
    refract refracted refraction refractory refrain refrained refresh refreshed refreshes
    refreshing refreshment refrigerants refrigerated refrigeration refrigerator refuel refuge
    refugee refund refundable refunded refurbish refurbished refurbishing refurbishments refusal
    refuse refused refusing refutation refute refuted regain regained regaining regal regale
    regalia regard regarded regarding regardless regatta regency regenerate regenerated
    regenerating regeneration regenerative regent reggae regime regimen regiment regimental
    regimented region regional regionalism regionally register registered registering registrants
    registrar registration registries registry regress regresses regression regressive regret
    regretful regretfully regular regularity regularize regularized regularly regulate regulated
    regulating regulation regulator regulatory regurgitated regurgitates regurgitation rehab
    rehabilitating rehabilitation rehash rehashes rehearsal rehearse rehearsing reheating reign
    reigned reigning reimburse reimbursement rein reincarnation reindeer reinforce reinforced
    reinforcement reinforcing reinstate reinstated reinstatement reinterpretation reinterpreted
    reinventing reinvested reis reissued reiterate reiterated reiterating reject rejected rejecting
    rejection rejoice rejoicing rejoin rejoined rejoining rejuvenate rejuvenated rekindled relaid
    relapse relapsing relate related relating relation relational relationship relative relatively
    relativistic relativity relax relaxant relaxation relaxed relaxes relaxing relay release
    released releasing relegate relegated relegation relent relentless relentlessly relevance
    relevant reliability reliable reliably reliance reliant relic relied relief relies relieve
    relieved relieving religion religious religiously relinquish relinquished relinquishing relish
    relishes relive reload relocate relocated relocating relocation reluctance reluctant
    reluctantly rely relying remade remain remainder remained remaining remake remaking remand
    remanded remark remarkable remarkably remarked remarking remarriage remarried rematch remedial
    remedied remedies remedy remember remembered remembering remembrance remind reminded reminder
    reminisce reminisced reminiscence reminiscent remiss remission remit remittance remnant remodel
    remodeled remodeling remonstrance remonstrate remonstrated remorse remorseful remote remotely
    remoteness remount removable removal remove removed removing remunerate remuneration
    remunerative renal rename renamed rend render rendered rendering rendezvous rendition renegade
    renege renew renewable renewal renewed renewing rennet renounce renounced renovate renovated
    renovation renown renowned rent rental rented renter renting renunciation reoccupied reopen
    reopened reopening reorganisation reorganise reorganised reorganising reorganization reorganize
    reorganized reorganizing repaid repaint repainted repainting repair repaired repairing
    repairman reparation repatriate repatriation repay repayment repeal repealed repeat repeatable
    repeated repeatedly repeating repel repellant repelled repellent repelling repent repentance
    repentant repented repertoire repetition repetitive rephrase replace replaced replacement
    replacing replay replenish replete replica replicate replicated replicating replication replied
    replies reply replying report reported reportedly reporter reporting repose repositories
    repository repossess repossession reprehensible represent representation representational
    representative represented representing repress repressed represses repression repressive
    reprieve reprimand reprint reprinted reprisal reprise reprising reproach reproached reproaches
    reprocess reprocessing reproduce reproduced reproducible reproducing reproduction reproductive
    reprogram reprogramming reprove reptile republic republican republicanism republished repudiate
    repudiated repudiating repudiation repugnance repugnant repulse repulsion repulsive reputable
    reputation repute reputed request requested requesting requiem require required requirement
    requiring requisite requisition requisitioned reread reroute rerouted resale reschedule
    rescheduled rescind rescinded rescinding rescission rescue rescued rescuing research researched
    researcher researches researching resell resemblance resemble resembled resembling resent
    resented resentful resentment reservation reserve reserved reserving reservoir reset reshuffle
    reshuffling reside resided residence residencies residency resident residential residing
    residual residue resign resignation resigned resigning resilience resilient resin resist
    resistance resistant resisted resisting resistor resold resolute resolution resolve resolved
    resolving resonance resonant resonate resonating resort resorting resound resounding resource
    resourcefulness respect respectable respected respectful respectfully respecting respective
    respectively respiration respirator respiratory respire respite respond responded respondent
    responding response responsibilities responsibility responsible responsive responsiveness rest
    restart restarted restate restated restatement restating restaurant restaurateur rested restful
    resting restitution restive restless restlessness restoration restore restored restoring
    restrain restrained restraining restraint restrict restricted restricting restriction
    restrictive restroom restructure restructured restructuring resubmit result resultant resulted
    resulting resume resumed resumption resurface resurgence resurgent resurrect resurrected
    resurrection resuscitate retail retailer retain retained retainer retaining retake retaliate
    retaliation retaliatory retard retardation retarded retch retches retention rethink reticence
    reticent retina retinae retinal retinues retire retired retiree retirement retiring retold
    retook retort retrace retract retractable retracted retracting retraction retreat retreated
    retreating retribution retries retrieval retrieve retrieved retriever retrieving retroactive
    retroactively retrofit retrofitted retrofitting retrograde retrospect retrospective
    retrospectively retry return returned returning retweet retype reunification reunified reunify
    reunion reunite reunited reuniting reusable reuse reused reusing rev revaluation revalued
    revamp revamped reveal revealed revealing revel revelation revellings revelries revelry revenge
    revengeful revenue revere revered reverence reverend reverent reverently reverie reversal
    reverse reversed reversible reversing reversion revert reverted reverting revery review
    reviewed reviewer reviewing revile revise revised revising revision revisit revisited
    revitalizing revival revivalist revive revived revivifying reviving revocable revocation revoke
    revoked revoking revolt revolted revolution revolutionaries revolutionary revolutionised
    revolutionize revolutionized revolutionizing revolve revolved revolver revolving revue
    revulsion reward rewarded rewarding rewind rework reworked rewound rewrite rewritten rewrote
    rhapsodies rhapsody rhea rhetoric rhetorical rheumatic rheumatism rhino rhinoceri rhinoceros
    rho rhododendron rhomboids rhombus rhubarb rhyme rhyming rhythm rhythmic rhythmically rib
    ribbon riboflavin rice rich richer riches richest richly richness rick rickets rickety ricksha
    rickshaw ricochet rid riddance ridden riddle ride rider rideshare ridge ridicule ridiculed
    ridiculous riding rife riff rifle rifleman riflemen rift rig rigged rigging right righteous
    righteousness rightful rightfully rightly rightmost rightness rightward rigid rigidity rigor
    rigorous rigour rile rim rime rind ring ringed ringing ringlet ringside ringworm rink rinse
    riot riotous rip ripe ripen ripened ripeness ripening riposte ripped ripper ripple rise risen
    rising risk risked riskier riskiest risking risky rite ritual ritualistic ritually rival
    rivaling rivalries rivalry river riverside rivet riveted rm roach roaches road roadbed
    roadblock roadhouse roadkill roadrunners roadshow roadside roadster roadway roam roar roaring
    roast roasted roaster roasting rob robbed robber robberies robbery robbing robe robin robot
    robotic robust robustness rock rocked rocker rocket rocketing rocking rocky rococo rod rode
    rodent rodeo roe roger rogue roguelike roguish role roll rollback rolled roller rolling romance
    romantic romanticism romp romper roof roofed roofer roofing rooftop rook rookery rookie room
    roomed roommate roomy roost rooster roosting root rooted rooting rope roping rosaries rosary
    rose rosebushes rosemary rosette rosin roster rostra rostrum rosy rot rotaries rotary rotate
    rotated rotating rotation rotational rote rotisserie rotor rotten rotund rotunda rouge rough
    roughage roughen roughhouse roughly roulette round roundabout rounded rounder roundhouse
    rounding rouse rout route routed routine routinely routing rover roving row rowboat rowdy rowed
    rower rowing royal royalist royalties royalty rpm rs rub rubbed rubber rubbish rubbishes rubble
    rubella rubies ruble rubric ruby rucksack ruckus ruckuses rudder ruddy rude rudely rudimentary
    rue rueful ruefully ruff ruffian ruffle rug rugby rugged rugrats ruin ruined ruinous rule ruled
    ruler ruling rum rumble rumbling ruminants ruminate rummage rummaged rummaging rummy rumor
    rumour rumoured rump rumple run runaway rundown rune rung runic runner running runny runoff
    runt runtime runway rupee rupture ruptured rural ruse rush rushed rushes rushing rusk rust
    rustic rustle rusty rut ruthless rye sabbatical sable sabotage saboteur sabre sac sachem sack
    sacked sacraments sacred sacrifice sacrificed sacrificial sacrificing sacrilege sad sadden
    saddle saddled sades sadism sadist sadistic sadly sadness safari safe safeguard safeguarding
    safely safer safest safeties safety saffron sag saga sage sagebrush saguaro said sail sailboat
    sailed sailing sailor saint saintly sake saki salaam salad salamander salami salaried salaries
    salary sale salesman salesmen salespeople salesperson saleswoman saleswomen salience salient
    saline salinity saliva salivary salivate salivated salivating sallow salmon salmonella salon
    saloon salsa salt salted salter salty salutary salutation salute salvage salvation salve samba
    same samizdat sample sampled sampler sampling samurai sanatoria sanatorium sanctifies sanctify
    sanctimonious sanction sanctioned sanctioning sanctity sanctuaries sanctuary sand sandal
    sandbag sandboxes sandcastle sander sandier sandman sandmen sandpaper sandpiper sandstone
    sandstorm sandwich sandwiches sandy sane sang sanitaria sanitarium sanitary sanitation sanitize
    sanitizing sanity sank sanserif sap saplings sapphire sarcasm sarcastic sarcoma sarcophagus
    sardine saree sari sash sashes sassy satanic satchel satellite satiating satiety satin satire
    satirical satirically satirise satirist satirize satisfaction satisfactorily satisfactory
    satisfied satisfies satisfy satisfying satraps saturate saturated saturating saturation satyrs
    sauce saucepan saucer saucy sauerkraut sauna sausage savage savagely savageries savagery
    savanna savannah save saved savers saving savior saviour savor savories savory savour savouries
    savoury savvies savvy saw sawdust sawn sawyer saxophone saxophonist say saying scab scaffold
    scalar scald scalding scale scaled scalene scaling scallion scallop scalloped scalp scalpel
    scalper scaly scam scan scandal scandalise scandalize scandalous scanner scanning scant
    scanties scantily scanty scapegoat scapegoating scapula scar scarce scarcely scarcity scare
    scarecrow scared scarf scariest scaring scarlet scarred scarves scary scatter scattered
    scattering scavenger scenario scene scenery scenic scent scented scepter sceptic sceptical
    scepticism sceptre schedule scheduled scheduler scheduling schema schematic scheme schism
    schist schizophrenia schizophrenic schnapps scholar scholarly scholarship scholastic school
    schoolboy schoolchildren schooled schoolhouse schooling schoolmaster schoolmate schoolteacher
    schoolyard schooner science scientific scientifically scientist scintilla scion scissor
    sclerosis scoff scold scolded scollop scone scoop scooped scoot scooter scope scoped scorch
    scorched scorches score scoreboard scored scoreless scorer scoring scorn scornful scorpion
    scotch scotches scotchs scoundrel scour scoured scourge scout scouting scowl scrabble scram
    scramble scrambled scrambling scrap scrapbook scrape scraped scraping scrapped scratch
    scratches scratching scratchy scrawl scrawny scream screamed screaming screech screeches
    screeching screen screencast screened screening screenplay screenwriter screw screwdriver
    screwed screwy scribble scribbling scribe scrimmage script scripted scripting scriptural
    scripture scroll scrooge scrotum scrounge scrub scrubbing scruff scruffy scruple scrupulous
    scrupulously scrutinise scrutinize scrutinized scrutinizing scrutiny scuba scuff scuffle
    sculling sculls sculpted sculpting sculptor sculptural sculpture sculptured scum scurried
    scurries scurrilous scurry scurrying scurvy scuttle scuttled scythe sea seabed seabird
    seafaring seafood seal sealed sealing seam seaman seamen seamless seamstress seaplane seaport
    sear search searched searchers searches searching seashell seashore seasick seaside season
    seasonable seasonal seasonally seasoned seasoning seat seated seating seawater seaweed
    seaworthy sebaceous sec secede seceded seceding secession secessionist seclude secluded
    seclusion second secondarily secondary secondly secrecy secret secretarial secretariat
    secretaries secretary secrete secreted secreting secretion secretive secretly sect sectarian
    section sectional sector secular secularism secure secured securely securing securities
    security sedan sedate sedative sedentary sedge sediment sedimentary sedition seduce seduced
    seduction seductive see seed seeding seedling seedy seeing seek seeker seeking seem seemed
    seeming seemingly seen seep seepage seesaw seethe segment segmentation segmented segmenting
    segregate segregated segregating segregation segregationist segue seismic seize seized seizing
    seizure seldom select selected selecting selection selective selectively selectivity selector
    selenium self selfie selfish selfishness selfless sell seller selling selves semantic semblance
    semen semester semi semiaquatic semicircle semicolon semiconductor semifinal seminal seminar
    seminaries seminary semipermeable senate senator senatorial send sender sending senile senility
    senior seniority senna sensation sensationalism sense senseless sensibility sensible sensing
    sensitive sensitivity sensitization sensitized sensor sensory sensual sensuality sensuous sent
    sentence sentenced sentencing sentience sentient sentiment sentimental sentinel sentries sentry
    sepals separable separate separated separately separating separation separatism separatist
    separator sepsis septicemia septuagenarian sepulchre sequel sequence sequenced sequencing
    sequential sequentially sequestered sequin sequoia sera serenade serendipity serene serenity
    serfdom serfs sergeant serial serialized series serious seriously seriousness sermon serpent
    serpentine serrated serum servant serve served server serverless service serviceman servicemen
    servicing serviette servile serving servitude servo sesame session set setback settee setter
    setting settle settled settlement settler settling setup seven seventeen seventeenth seventh
    seventies seventy sever several severally severance severe severed severely severity sew sewage
    sewed sewer sewing sewn sex sexes sexiest sexism sexist sexting sexton sexual sexuality
    sexually sexy sh shabby shack shackle shackled shackling shad shade shaded shading shadow
    shadowed shadowy shady shaft shaggy shah shaikh shake shakedown shaken shaker shaking shaky
    shale shall shallot shallow shallower sham shaman shamble shame shameful shameless shampoo
    shamrock shandy shanks shanties shanty shape shaped shapely shaping shard share sharecroppers
    shared shareholder sharing shark sharp sharpen sharper sharpest sharply shatter shattered
    shattering shave shaved shaven shaver shaving shawl shaykh she sheaf shear sheared sheath
    sheathe sheathed sheathing sheave shed shedding sheen sheep sheepish sheer sheet sheeting sheik
    sheikh shelf shell shelled shellfish shelter sheltered shelve shelving shepherd shepherdess
    sherbert sherbet sheriff sherries sherry shield shielded shielding shies shift shifted shifting
    shiftless shifty shillings shimmer shin shine shiner shingle shining shiny ship shipbuilding
    shipment shipped shipping shipshape shipwreck shipwright shipyard shire shirk shirt shiver
    shivering shoal shock shocked shocker shocking shockingly shod shodden shoddy shoe shoelace
    shoeshine shogun shone shoo shook shoon shoot shooter shooting shootout shop shopkeeper
    shoplifter shoplifting shopper shopping shore shoreline shorn short shortage shortcomings
    shortcut shorten shortened shortening shorter shortest shortfall shorthand shorthorn shortlist
    shortly shortness shortstop shot shotgun should shoulder shout shouted shouting shove shoved
    shovel shovelful shoveling shoving show showbiz showboats showcase showcased showcasing
    showdown showed shower showered showering showing showman showmen shown showplace showroom
    showy shrank shrapnel shredded shredder shreds shrew shrewd shriek shrieked shrike shrill
    shrimp shrine shrink shrinkage shrinking shrivel shroud shrouded shrub shrubbery shrug shrugged
    shrunk shrunken shuck shuffle shun shunned shunt shunting shut shutdown shutter shuttered
    shutting shuttle shuttled shy shyness sibling sibyl sic sick sicken sickle sickly sickness
    sicknesses side sidebar sided sidekick sidelight sideline sidelining sidelong sidereal sideshow
    sidestep sidetrack sidewalk sidewalls sideways siding sidle siege sierra siesta sieve sift sigh
    sight sighting sightless sightseeing sightseers sigma sign signal signaled signaling signalled
    signalling signatories signature signed significance significant significantly significations
    signifies signify signifying signing signpost silage silence silent silently silhouette silica
    silicate silicon silicone silk silken silky sill sillies silly silo silt silver silversmiths
    silverware silvery sim simian similar similarities similarity similarly simile simmering simple
    simpler simplest simplex simplicity simplified simplifies simplify simplifying simplistic
    simply simulate simulated simulating simulation simulator simulcast simultaneous simultaneously
    sin since sincere sincerely sincerity sinew sinewy sinful sing singe singer singing single
    singled singleton singly singular singularly sinister sink sinkers sinking sinner sinus sinuses
    sinusitis sinusoidal sip siphon siphoning sipped sir sire siren sirloin sirup sisal sissies
    sissy sister sisterhood sit sitar sitcom site sited sitting situ situate situated situation
    situational six sixes sixpence sixteen sixteenth sixth sixties sixtieth sixty sizable size
    sizeable sized sizer sizing sizzle sizzling skate skateboard skateboarder skateboarding skated
    skater skating skein skeletal skeleton skeptic skeptical skepticism sketch sketched sketches
    sketching sketchy skew skewed skewer ski skid skidded skidding skier skies skiing skilful skill
    skilled skillet skillful skillfully skim skimming skimp skimpy skin skinflint skinny skip
    skipped skipping skirmish skirmishes skirt skit skittish skulk skulking skull skullduggery
    skunk sky skydiver skydives skydiving skylight skyline skyrocket skyscraper slab slabbed slack
    slacken slag slain slake slalom slam slammed slammer slander slandered slang slant slap
    slapstick slash slashed slashes slat slate slated slaughter slaughtered slaughterhouse slave
    slavers slavery slavish slaw slay slayer sleazy sled sledding sleek sleep sleeper sleeping
    sleepless sleepwalker sleepwalking sleepwalks sleepy sleet sleeve sleeveless sleigh slender
    slept slew slice sliced slicing slick slid slide slider slideshow sliding slight slighted
    slightly slim slime slimy slings slingshot slink slip slipknot slipped slipper slippery
    slipshod slit sliver slob slog slogan sloop slop slope sloped sloping sloppy slosh sloshes slot
    sloth slothful slouch slouches slouching slow slowdown slowed slower slowest slowing slowly
    slowness sludge slug slugging sluggish sluice slum slumdog slump slumped slung slunk slur
    slurred slush slut sly smack smacker small smaller smallest smallish smallpox smart smartly
    smartphone smash smashed smashes smashing smear smearing smell smelled smelling smelly smelt
    smelting smidge smidgen smidgeon smidgin smile smiled smiling smirk smit smite smiths smitten
    smock smog smoke smoked smoker smokestack smoking smoky smoldering smooth smoother smoothes
    smoothie smoothly smote smother smothered smudge smudged smug smuggle smuggler smuggling smut
    snack snag snail snake snap snapped snapper snapping snappy snapshot snare snaring snarl
    snarling snatch snatched snatches sneak sneaker sneaking sneaky sneeze sneezing snickers snide
    sniff sniffing sniffle snip snipe sniper snippet snitch snitches snob snobbery snobbish snooker
    snoop snoopy snooty snooze snore snoring snorkel snorkeling snorkelling snort snorting snot
    snout snow snowball snowboard snowboarding snowdrift snowfall snowflake snowman snowmobile
    snowplough snowplow snowshoe snowshoeing snowstorm snowy snub snuck snuff snug snuggle so soak
    soaked soap soapstone soapy soar soared sob sober sobriety sobriquet soccer sociability
    sociable social socialise socialism socialist socialistic socialite socialization socialize
    socialized socially societal societies society sociocultural socioeconomic sociological
    sociologist sociology sociopaths sock socket sod soda sodden sodium sodomy sofa soft softball
    soften softened softener softer softest softly softness software soggy soil soiled sojourn sol
    solace solar sold soldier soldiering sole solely solemn solemnity solemnly solenoids soli
    solicit solicitation solicited soliciting solicitor solicitous solid solidarity solidified
    solidifies solidify solidifying solidity solidly soliloquies solitaire solitaries solitary
    solitude solo soloing soloist solstice solubility soluble solution solvable solve solved
    solvent solver solving somatic somber sombre sombrero some somebodies somebody someday somehow
    someone someplace somersault something sometime somewhat somewhere son sonata song songbird
    songwriter songwriting sonic sonnet sonny sonorous soon sooner soot soothe soothing sooty sop
    sophisticated sophistication sophistry sophomore soprano sorbet sorcerer sorceress sorcery
    sordid sore sorghum sororities sorority sorrow sorrowful sorry sort sorta sorted sorting sought
    soul soulless sound sounded sounder sounding soundly soundproof soundtrack soup soupy sour
    source sourced sourcing sourdough souring south southbound southeast southeastern southerly
    southern southerners southernmost southpaw southward southwest southwestern souvenir sovereign
    sovereignty sow sown sox soy soybean spa space spacecraft spaced spaceflight spaceman spaceship
    spacetime spacewalk spacial spacing spacious spade spaghetti spam span spandex spangle spaniel
    spank spankings spanned spanner spanning spar spare spared sparing spark sparked sparking
    sparkle sparkling sparring sparrow sparse sparsely sparser sparsity spasm spasmodic spastic
    spat spate spatial spatula spawn spawned spay spaying speak speaker speaking spear spearhead
    spearheaded spearmint spec special specialisation specialise specialised specialising
    specialist specialities speciality specialization specialize specialized specializing specially
    specialties specialty specie specific specifically specification specified specifies specify
    specifying specimen specious speck spectacle spectacular spectator specter spectra spectral
    spectre spectroscopy spectrum speculate speculated speculation speculative speculator sped
    speech speeches speechless speed speedboat speeded speedily speeding speedster speedup speedway
    speedy spell spellbind spellbound spelled spelling spelt spend spending spent sperm
    spermatozoon spew sphere spherical spheroid sphincter sphinges sphinx sphinxes spice spiced
    spicy spider spied spies spigot spike spill spillage spilled spilling spilt spin spinach spinal
    spindle spindly spine spineless spinet spinner spinning spiny spiral spiraling spiralling spire
    spirit spirited spiritual spirituality spirituous spit spite spiteful spitfire spitting spittle
    splash splashed splashes splashing splat spleen splendid splendor splendour splice spliced
    splicing splint splinter splintered split splitting splurge spoil spoilage spoiled spoiling
    spoilt spoke spoken spokesman spokesmen spokesperson sponge spongy sponsor sponsored sponsoring
    sponsorship spontaneity spontaneous spontaneously spoof spoofing spook spooky spool spoon
    spooned spoonerisms spoonful spooning spoonsful sporadic sporadically spore sporran sport
    sported sporting sportsman sportsmanship sportsmen spot spotless spotlight spotted spotting
    spotty spouse spout sprain sprained sprang sprawl sprawling spray sprayed spraying spread
    spreading spreadsheet spree sprig spring springboard springing springtime springy sprinkle
    sprinkled sprinkler sprinkling sprint sprinter sprinting sprite sprout sprouted spruce sprung
    spry spud spun spunk spur spurious spurn spurned spurning spurred spurring spurt sputum spy
    spying spyware sq squabble squad squadron squalid squall squalor square squared squarely
    squaring squash squashed squashes squat squatters squatting squawk squeak squeaking squeaky
    squeal squeamish squeegee squeeze squelch squelches squid squint squire squirm squirrel squirt
    sriracha stab stabbed stabilise stabilising stability stabilization stabilize stabilized
    stabilizer stabilizing stable stabling stack stacked stacking stadia stadium staff staffed
    staffer staffing stag stage stagecoach staged stagflation staggered staggering staging stagnant
    stagnate stagnated stagnation staid stain stained staining stainless stair staircase stairway
    stake stakeholders stalagmite stale stalemate stalemated stalemating stalk stalker stalking
    stall stalled stalling stallion stalwart stamina stamp stamped stampede stampeding stamping
    stance stanch stanches stand standalone standard standardised standardization standardize
    standardized standardizing standby standbys standing standoff standout standpoint standstill
    stank stanza staphylococci staphylococcus staple stapler stapling star starboard starch
    starches starchy stardom stare stared starfish starfishes stark starkly starlight starling
    starred starring starry start started starter starting startle startled startup starvation
    starve starving stash stashed stat state stated statehood stateless stately statement statesman
    statesmen statewide static statically stating station stationary stationed stationery statistic
    statistical statistically statistician statuary statue statuette stature status statuses
    statute statutory staunch staunches stave stay staycation stayed staying stead steadfast
    steadies steadily steady steak steakhouse steal stealing stealth stealthy steam steamboat
    steamed steamer steamships steamy steel steely steep steeped steeper steepest steeping steeple
    steeplechase steeply steer steered steering stein stellar stem stemmed stemming stench stenches
    stencil step stepbrother stepdad stepfather stepmom stepmother steppe stepped stepping
    stepsister stereo stereotype stereotyped stereotypical stereotyping sterile sterilise sterility
    sterilization sterilize sterling stern sterner steroid stethoscope stew steward stewardess
    stewardship stewed stick sticker stickies sticking stickler sticky stiff stiffen stiffer
    stiffness stifle stifled stigma stigmata stigmatized stigmatizing still stillborn stiller
    stillness stilted stilts stimulant stimulate stimulated stimulating stimulation stimuli
    stimulus sting stinger stinging stingray stingy stink stinking stint stipend stipulate
    stipulated stipulating stipulations stir stirred stirring stirrup stitch stitched stitches
    stochastic stock stockade stockbroker stocked stockholder stocking stockpile stocky stockyard
    stodgy stoic stoical stoicism stoke stole stolen stolid stomach stomachs stomp stomping stone
    stoned stonewall stoneware stoney stony stood stooges stool stoop stop stopgap stoplight
    stoppage stopped stopper stopping stopwatch storage store stored storefront storehouse
    storeroom storey storied stories storing stork storm stormed storming stormy story storybook
    storyline stout stove stow stowaway stowed straddle straddling strafing straggle straight
    straighten straightforward strain strained straining strait strand stranded strange strangely
    strangeness stranger strangle strap strapped strapping strata stratagem strategic strategically
    strategies strategist strategy stratification stratified stratifies stratify stratum straw
    strawberries strawberry stray strayed straying streak streaking stream streamed streamers
    streaming streamline streamlined street streetcar streetlights strength strengthen strengthened
    strengthening strenuous strenuously strep streptococcal streptococcus stress stressed stresses
    stressful stressing stretch stretched stretches stretching strew strewn striated stricken
    strict stricter strictly strictness stridden stride strife strike strikeout striker striking
    strikingly string stringed stringent stringy strip stripe striped stripped stripping stript
    strive striven striving strode stroke stroll stroller strolling strong stronger strongest
    stronghold strongly strove struck structural structurally structure structured struggle
    struggled struggling strum strummed strumming strung strut stub stubble stubborn stubby stucco
    stuck stud student studied studies studio studious study studying stuff stuffed stuffiness
    stuffing stuffy stumble stumbled stump stun stung stunk stunned stunning stunt stunted stunting
    stupefied stupefies stupefy stupendous stupid stupidity stupor sturdier sturdy sturgeon
    stuttering style styled styling stylish stylist stylistic stylized stylus stymied suave sub
    subatomic subclass subcompact subcontinent subcontract subcontracted subcontractor subculture
    subcutaneous subdivide subdivided subdividing subdivision subdue subdued subfamily subgroup
    subject subjected subjecting subjection subjective subjectively subjugate subjugated
    subjugating subjugation subjunctive sublease subleasing sublet sublimate sublimation sublime
    subliminal submarine submerge submerged submergence submersibles submersion submission
    submissive submit submitted submitting subnormal subordinate subordinating subordination
    subpoena subpoenaed subprogram subroutine subscribe subscribed subscribers subscript
    subscription subsection subsequent subsequently subservient subset subside subsided subsidence
    subsidiaries subsidiary subsidies subsidise subsidize subsidized subsidizing subsidy subsist
    subsisted subsistence subsoil subsonic subspace subspecies substance substandard substantial
    substantially substantiate substantive substitute substituted substituting substitution
    substrate subsumed subsystem subterfuge subterranean subtitle subtitled subtle subtler
    subtleties subtlety subtract subtracted subtracting subtraction subtropical suburb suburban
    subversive subvert subway succeed succeeded succeeding success successes successful
    successfully succession successive successively successor succinct succinctly succor succour
    succulent succumb succumbed succumbing such suck sucker sucking suckle suckling sucrose suction
    sudden suddenly suds sue sued suede suffer suffered sufferers suffering suffice sufficed
    sufficiency sufficient sufficiently suffix suffixes suffocate suffocated suffrage suffragette
    suffused sugar sugarcane sugary suggest suggested suggesting suggestion suggestive suicidal
    suicide suing suit suitability suitable suitably suitcase suite suited suitor sukiyaki sulfate
    sulfur sulfuric sulfurous sulk sulkies sulky sullen sully sulphur sultan sultanate sultry sum
    summaries summarily summarise summarised summarising summarize summarized summarizing summary
    summed summer summertime summing summit summon summoned summonses sumo sumptuous sun sunbathe
    sunbathers sunbathing sunburn sunburnt sundae sundial sundown sundries sundry sunfish sunflower
    sung sunglasses sunk sunken sunlight sunlit sunniest sunny sunrise sunroof sunscreen sunset
    sunshine sunspot suntan sunup sup super superb supercharger supercharging supercomputer
    superconductivity superconductor superego superficial superhero superheroes superhuman
    superintendent superior superiority superlative superman supermarket supermodels supernatural
    supernova supernovae superpower supersede superseded superseding supersonic superstar
    superstition superstitious superstructure supervening supervillains supervise supervised
    supervising supervision supervisor supervisory supine supper supplant supplanting supple
    supplement supplemental supplementary supplemented suppleness supplicated supplications
    supplied supplier supplies supply supplying support supported supporter supporting supportive
    suppose supposed supposedly supposing suppress suppressed suppresses suppressing suppression
    supranational supremacist supremacy supreme supremely surcharge sure surely surety surf surface
    surfaced surfacing surfboard surfboarding surfed surfer surfing surge surged surgeon surgeries
    surgery surgical surgically surmise surmised surmount surname surpass surpassed surpasses
    surpassing surplus surpluses surprise surprised surprising surprisingly surreal surrealism
    surrealistic surrender surrendered surrendering surreptitious surreptitiously surrogate
    surround surrounded surrounding surveillance survey surveyed surveying surveyor survival
    survive survived surviving survivor susceptibility susceptible sushi suspect suspected
    suspecting suspend suspended suspending suspense suspension suspicion suspicious suspiciously
    sustain sustainability sustainable sustained sustaining sustenance swab swaddle swain swallow
    swallowed swallowing swam swami swamp swampy swan swap swapped swapping swarm swarming swarthy
    swashbuckler swat swath swathe sway swayed swear sweat sweater sweating sweatpants sweatshirt
    sweaty sweep sweeper sweeping sweepstake sweet sweeten sweetened sweetener sweeter sweetheart
    sweetly sweetness swell swelling sweltering swept swerve swerved swift swiftly swig swill swim
    swimmer swimming swimsuit swindle swindled swine swing swingers swinging swipe swirl swirled
    swish swishes switch switched switches switching swivel swollen swoon swoop sword swordfish
    swordsman swore sworn swum swung sycamore syllabi syllabic syllable syllabus syllabuses
    syllogism syllogistic symbiosis symbiotic symbol symbolic symbolically symbolise symbolising
    symbolism symbolization symbolize symbolized symbolizing symmetric symmetrical symmetrically
    symmetries symmetry sympathetic sympathetically sympathies sympathise sympathize sympathizers
    sympathy symphonic symphonies symphony symposia symposium symptom symptomatic synagog synagogue
    synapse synaptic sync synchronised synchronization synchronized syndicate syndrome synergy
    synonym synonymous synopses synopsis syntactic syntax syntheses synthesis synthesise
    synthesised synthesisers synthesize synthesized synthesizer synthetic synthetically synthetize
    syphilis syphon syringe syrup system systematic systematically systemic systolic tab tabbed
    tabbies tabby tabernacle table tableau tablecloth tablespoon tablet tableware tabloid taboo
    tabu tabulate tabulation tachometer tachycardia tacit taciturn tack tacked tackle tackled
    tackling tacky taco tact tactful tactic tactical tactically tactile tactless tadpole taffy tag
    tagged tagging tail tailed tailgate taillight tailor tailored tailoring tailpipe tailspin taint
    take takeaways taken takeoff takeout takeover taker taking talc tale talent talented talisman
    talk talkative talkativeness talked talking tall taller tallest tallied tallies tallow tally
    talon tam tamales tamarind tambourine tame taming tampered tan tandem tang tangelo tangent
    tangential tangerine tangible tangle tangled tango tangy tank tankard tanker tanner tannin
    tantalise tantalize tantalizing tantamount tantrum tap tape taped tapered tapering tapestries
    tapestry tapeworm taping tapped tapping tar tarantula tarantulae tardigrade tardiness tardy
    tare target targeted targeting tariff tarnish tarnished tarnishes taro tarp tarpaulin tarpon
    tarries tarry tart tartan tartar task tasked tassel taste tasted tasteful tasteless tastiness
    tasting tasty tat tattered tattle tattoo tatty taught taunt taunting taut tautology tavern
    tawdry tawny tax taxable taxation taxed taxes taxi taxicab taxidermist taxies taxing taxonomic
    taxonomy taxpayer tea teach teachable teacher teaches teaching teacup teak teal team teamed
    teammate teamwork teapot tear teardrop tearful tearfully tearing tearoom tease teased teasers
    teasing teaspoon teaspoonfuls teat tech technical technically technician technique techno
    technocracy technological technologically technologies technology tectonics tedious tedium tee
    teem teeming teen teenage teenager teepee teeth teethe teething teetotal teetotaler tel
    telecast telecaster telecommunication telegram telegraph telehealth telemetry telepathic
    telepathically telepathy telephone telephoned telephony telescope telescoping telethon teletype
    televise televised television telex tell teller telling telltale temp temperament temperamental
    temperance temperate temperature tempered tempests tempestuous tempi template temple tempo
    temporal temporarily temporary tempt temptation tempted ten tenacious tenacity tenancies
    tenancy tenant tend tended tendencies tendency tender tendered tendering tenderise tenderize
    tenderness tending tendinitis tendon tendonitis tendril tenement tenet tenfold tennis tenor
    tense tensed tensile tension tensor tent tentacle tentative tentatively tenth tenuous tenure
    tenured tepee tepid tequila terabytes tercentenary term termed terminable terminal terminally
    terminate terminated terminating termination terminator termini terminologies terminology
    terminus terminuses termite tern terrace terracing terrain terrapins terrestrial terrible
    terribly terrier terrific terrified terrifies terrify terrifying territorial territories
    territory terror terrorise terrorism terrorist terrorize terrorized terrorizing terry terse
    tertiary test testament testamentary tested tester testes testicle testified testifies testify
    testifying testimonial testimony testing testis testosterone tetanus tetrahedra tetrahedron
    text textbook textile texting textual texture thalamus than thank thanked thankful thanking
    thankless that thatch thatched thatcher thatches thatching thaw thawing the theater theatre
    theatrical theatrically theft their theist them thematic thematically theme themselves then
    thence thenceforth theocracy theocratic theologian theological theologies theology theorem
    theoretic theoretical theoretically theoretician theories theorise theorising theorist theorize
    theorized theorizing theory therapeutic therapeutically therapies therapist therapy there
    thereafter thereby therefore therein thereof thereon thereto thereupon thermal thermodynamic
    thermometer thermonuclear thermoplastics thermostat thesauri thesaurus these thesis thespians
    theta they thiamin thiamine thick thicken thicker thicket thickness thicknesses thief thieve
    thievish thigh thimble thin thing think thinker thinking thinly thinnest thinning third thirst
    thirsty thirteen thirteenth thirties thirtieth thirty this thistle thong thoracic thorax
    thorium thorn thorny thorough thoroughbred thoroughfare thoroughly those though thought
    thoughtful thoughtfulness thous thousand thousandth thrash thrashes thread threadbare threat
    threaten threatened threatening three threefold thresh threshes threshold threw thrice thrift
    thrifty thrill thriller thrive thriven thriving throat throb thrombosis throne throng thronging
    throttle through throughout throughput throve throw throwaway throwback throwing thrown thrust
    thruway thud thug thumb thumbtack thump thunder thunderbolt thunderclap thunderhead thunderous
    thunderstorm thus thwart thwarted thyme thymus thyroid tiara tibia tic tick ticker ticket
    ticketed tickle ticklish tidal tidbit tide tidies tidily tidy tie tied tier tiff tiger tight
    tighten tightening tighter tightly tightness tightrope tightwad tilde tile tiled tiling till
    tilling tilt tilted tilting timber timbre time timed timeframe timeless timeline timely timer
    timescale timestamp timetables timezone timid timidity timing timpani tin tines ting tinge
    tingle tingling tinker tinkle tinny tinsel tint tinted tiny tip tipi tipped tipster tipsy
    tiptoe tirade tire tired tiredness tireless tiresome tiring tissue tit titan titanium titbit
    tithes titillate title titled tittle titular to toad toadstool toady toast toasted toaster
    toasting toastmasters tobacco tobaccoes toboggan tobogganing today toddle toddler toe toenail
    toffee toffies toffy tofu toga togae together toggle togs toil toilet token told tolerable
    tolerance tolerant tolerate tolerated toleration toll tolled tomahawk tomato tomatoes tomb
    tomboy tombstone tomcat tome tomorrow toms ton tonal tone tong tongue tonic tonight tonnage
    tonne tonsil too took tool toolbox toolkit toot tooth toothache toothbrush toothpaste toothpick
    top topaz topazes topcoat topic topical topographic topographical topography topological
    topologically topology topped topping topple toque tor torch torches tore torment tormenting
    tormentor torn tornado tornadoes torpedo torpedoed torpedoes torpedoing torque torrent
    torrential torrid torsi torsion torso tort tortilla tortoise tortoiseshell tortuous torture
    tortured torus toss tossed tosses tossing tost tot total totaled totaling totalitarian
    totalitarianism totalities totality totally tote totem tottering toucan touch touchdown touched
    touches touching touchscreen touchy tough toughen toughest toughness toupee tour toured touring
    tourism tourist tournament tourniquet tousle tout touted tow toward towed towel toweled
    towellings tower towering towing town townhouse townsfolk township toxic toxicity toxicologist
    toxicology toxin toy trace traceable traced tracer trachea tracing track tracked tracking tract
    traction tractor trade traded trademark trader tradesman trading tradition traditional
    traditionally traffic traffickers trafficking tragedies tragedy tragic tragically tragicomedies
    trail trailed trailer trailing train trained trainee trainer training trait traitor traitorous
    trajectories trajectory tram tramp trample trampling trampoline trance tranquil tranquility
    tranquilizers tranquillity trans transact transacted transacting transaction transatlantic
    transcend transcended transcendence transcendental transcendentalism transcendentalist
    transcontinental transcribe transcribed transcript transcription transcriptome transducer
    transfer transference transferred transferring transform transformation transformed transformer
    transforming transfusion transgress transgresses transgression transgressor transience
    transient transistor transit transited transition transitional transitioned transitioning
    transitive transitory translate translated translating translation translator transliterated
    transliteration translucent transmissible transmission transmit transmitted transmitter
    transmitting transmute transmuted transnational transom transparency transparent transpiration
    transpire transpiring transplant transplantation transport transportation transported
    transporter transporting transpose transposed transubstantiation transverse trap trapdoor
    trapeze trapezoid trapped trapping trash trashcan trashed trashes trashy trauma traumata
    traumatic traumatise traumatize travel traveled traveler traveling travelled traveller
    travelling travelogue traverse traversed traversing travesties travesty trawl tray treachery
    treacle tread treadmill treason treasonous treasure treasuries treasury treat treated treaties
    treating treatise treatment treaty treble tree treetops trek trekked trekking trellis trellises
    tremble tremendous tremendously tremolo tremor trench trenchant trenches trend trended trendies
    trendy trespass trespassed trespasser trespasses trespassing trestle tri triad trial trialling
    triangle triangular triangulation triathlon tribal tribalism tribe tribunal tribune tributaries
    tributary tribute triceps trick tricked trickery trickle tricky tricycle trident tried tries
    trifle trifling trig trigger triggered triggering triglyceride trigonometric trilateral trill
    trilling trillion trilogies trilogy trim trimaran trimester trimmed trimmers trimming trinity
    trinket trio trip tripartite tripe triple tripled triplet triplicate tripling tripod tripos
    tripped tripping trite triumph triumphal triumphant triumphantly triumphed triumphing
    triumvirate trivia trivial triviality trod trodden troglodytes troika troll trolley trollies
    trombone tromp troop trooper trophies trophy tropic tropical troposphere trot trouble troubled
    troublesome troubling trough trounce troupe trousers trousseau trout trowel troy truancy truant
    truce truck trucking trudge true truer truffle truism truly trumpet trumpeter trumps truncate
    truncated truncation trunk truss trust trusted trustee trusteeship trustful trusties
    trustworthy trusty truth truthful truthfulness try trying tryout ts tsar tsarina tsunami tub
    tuba tube tubeless tuberculosis tubers tubing tubular tuck tucked tucker tuft tug tugging
    tuition tulip tumble tummies tummy tumor tumour tumult tumultuous tuna tundra tune tuned
    tuneful tungsten tunic tuning tunnel tunneling turban turbine turbojet turbot turbulence
    turbulent turd tureen turf turgid turkeys turmeric turmoil turn turnaround turned turner
    turning turnip turnout turnover turnpike turnstile turntable turpentine turquoise turret turtle
    turtleneck turves tusk tussle tutelage tutor tutored tutorial tutoring tux tuxedo tuxedoes
    twain twang tweak twee tweed tweet tweeted twelfth twelve twenties twentieth twenty twice
    twiddle twig twilight twin twine twinge twinkle twirl twist twisted twisting twitch twitches
    two twofold tycoon tying tympanic type typed typeface typescript typeset typesetting typewriter
    typhoid typhoon typhus typical typically typifies typify typing typist typographic typos
    tyrannical tyrannies tyrannise tyrannize tyrannosaur tyrannosaurus tyranny tyrant tyre tzar
    ubiquitous ugh ugliness ugly uh ukelele ukulele ulcer ulcerated ulna ulterior ultimata ultimate
    ultimately ultimatum ultra ultramarine ultrasonic ultrasound ultraviolet umbilical umbilicus
    umbrella umpire umpired umpteen un unabated unable unacceptable unaccountable unaffected
    unalterable unaltered unambiguous unanimity unanimous unanimously unanswered unanticipated
    unappetizing unarmed unassailable unassisted unattached unattended unauthorised unauthorized
    unavailable unavoidable unaware unbalanced unbeaten unbeknownst unbiased unblock unborn unbound
    unbounded unbroken unburden uncanny uncaring uncertain uncertainties uncertainty unchanged
    unchanging uncharacteristic uncharted unchecked uncivilized uncle unclean unclear uncomfortable
    uncommitted uncommon uncommonly uncomplicated uncompromising unconcerned unconditional
    unconscionable unconscious unconsciousness unconstitutional uncontested uncontrollable
    uncontrolled unconventional uncooperative uncoordinated uncorrelated uncountable uncouth
    uncover uncovered uncovering uncut undamaged undecidable undecideds undefeated undefined
    undelivered undemocratic undeniable undeniably under underachieving underage underarm
    underbrush underclass undercoat undercover undercurrent undercut underdeveloped underdog
    underestimate underflow underfoot undergo undergoes undergoing undergone undergraduate
    underground undergrowth underhand underlain underlay underlie underline underlined underlying
    undermine undermined undermining underneath underpaid underpants underpass underpin
    underpinning underrate underscore underscoring undersea undershirt underside understand
    understandable understanding understate understated understatement understood understudy
    undertake undertaken undertaker undertaking undertone undertook undertow undervalue underwater
    underway underwear underweight underwent underworld underwrite underwriters underwrote
    undesirable undetermined undeterred undeveloped undid undisciplined undisclosed undiscovered
    undisputed undisturbed undivided undo undocumented undoes undoing undone undoubtedly undress
    undressed undresses undressing undue undulating unduly unearth unearthed uneasy uneconomic
    unemployed unemployment unenforceable unenthusiastic unequal unequally unequivocal unerring
    unethical uneven unevenly uneventful uneventfully unexpected unexpectedly unexplained
    unexplored unfair unfairly unfaithful unfamiliar unfasten unfavorable unfavorably unfeasible
    unfettered unfinished unfit unflinching unfold unfolded unfolding unforeseeable unforeseen
    unfortunate unfortunately unfriendly unfulfilled unfunny unfurl ungovernable ungrateful
    unhappily unhappy unharmed unhealthy unheard unheeded unhelpful unhook unhurried unhurt unicorn
    unicycle unidentified unidirectional unification unified unifies uniform uniformed uniformity
    uniformly unify unifying unilateral unilaterally unimaginable unimpaired unimportant
    unimpressed unimpressive unincorporated uninhabitable uninhabited uninhibited uninsured
    unintelligible unintended unintentional unintentionally uninterested uninteresting
    uninterrupted uninvited union unionise unionize unique uniquely unisex unison unit unitary
    unite united unities uniting unity universal universality universally universe universities
    university unjust unjustifiable unjustly unkempt unkind unknowingly unknown unlabeled unlawful
    unlawfully unleash unleashed unleashes unless unlike unlikely unlimited unlisted unload
    unloaded unloading unlock unlocked unluckily unlucky unman unmanned unmarried unmask unmatched
    unmistakably unmodified unnamed unnatural unnecessarily unnecessary unneeded unnerve unnoticed
    unobjectionable unoccupied unofficial unofficially unopposed unorganized unoriginal unorthodox
    unpack unpaid unpalatable unparalleled unpick unplanned unpleasant unplug unplugged unpopular
    unpopularity unprecedented unpredictable unproductive unprofessional unprofitable unprotected
    unproven unprovoked unpublished unqualified unquenchable unravel unraveling unread unreal
    unrealistically unrealized unreasonable unreasonably unrecognizable unrecorded unregistered
    unregulated unrelated unreleased unrelenting unreliable unremarkable unresolved unrest
    unrestrained unrestricted unripe unroll unrolled unruly unsafe unsaid unsalted unsanitary
    unsatisfactory unsatisfied unsaturated unsavory unsavoury unsay unscheduled unscientific
    unscrew unscrupulous unseat unseen unset unsettle unsettled unsightly unsigned unskilled unsold
    unsolicited unsolved unsound unspeakable unspecified unsportsmanlike unstable unstuck
    unsuccessful unsuccessfully unsuitable unsung unsupervised unsupported unsure unsweetened
    untamed untangle untenable unthinkable untidy untie until untimely untitled unto untold
    untouchables untouched untreatable untreated untrue untruthful unused unusual unusually unveil
    unveiled unwanted unwarranted unwary unwashed unwelcome unwell unwieldiness unwieldy unwilling
    unwillingness unwind unwise unwitting unwittingly unworkable unworthy unwound unwrap unwritten
    up upbeat upcoming upcycle update updated updating upend upgrade upgraded upgrading upheaval
    upheld uphill uphold upholding upholstered upholstery upkeep upland uplift uplifted uplifting
    upload uploaded upon upper uppercase upperclassman upperclassmen uppermost upright uprising
    uproar uproot ups upset upshot upside upstaged upstairs upstart upstate upstream upsurge uptake
    uptight uptown upturn upturned upward uranium urban urbane urbanization urbanized urchin urea
    urethra urge urged urgency urgent urging urinalysis urinary urinate urinated urination urine
    urn urologists us usability usable usage use used useful usefulness useless user username usher
    ushered ushering using usual usually usurers usurp usury utensil uteri uterine uterus uteruses
    utilisation utilise utilised utilising utilitarian utilitarianism utilities utility utilization
    utilize utilized utilizing utmost utopia utopian utter utterance uttered utterly uvula
    vacancies vacancy vacant vacate vacated vacating vacation vacationer vacationing vaccinate
    vaccination vaccine vacillate vacillated vacua vacuous vacuum vacuumed vagabond vagaries vagary
    vagina vaginae vaginal vagrant vague vaguely vagueness vain valance vale valedictorian valence
    valentine valet valiant valid validate validated validating validation validity validly valise
    valley valor valour valuable valuation value valued valueless valuing valve vampire van
    vanadium vandal vandalise vandalism vandalize vandalized vane vanguard vanilla vanish vanished
    vanishes vanishing vanities vanity vanquish vanquished vanquishes vantage vapor vaporise
    vaporization vaporize vaporized vapour var variability variable variance variant variation
    varicose varied varies varietal varieties variety various variously varnish varnishes varsities
    varsity vary varying vascular vase vasectomy vassal vast vastly vat vaudeville vault veal
    vector veer veering vegan vegetable vegetarian vegetarianism vegetate vegetation vegetative
    vehemently vehicle vehicular veil vein velocities velocity velour velvet velvety vend vending
    vendor veneer venerable venerate venerated venerating veneration vengeance vengeful venison
    venom venomous venous vent vented ventilate ventilation ventilator venting ventral ventricle
    ventricular venture ventured venturing venue veracity veranda verandah verb verbal verbally
    verbatim verbena verbiage verbose verbosity verdict verdigris verge verifiable verification
    verified verifies verify verifying vermin vermouth vernacular vernal versatile versatility
    verse versed version versus vertebra vertebrae vertebrate vertex vertical vertically vertices
    vertigo verve very vesicle vessel vest vested vestibule vestige vestigial vestments vet veteran
    veterinarian veterinary veto vetoes vex vexation vexes vi via viability viable viaduct vial
    vibrant vibrate vibrating vibration vibrato vicar vicarious vicariously vice viceroy vicinity
    vicious viciously vicissitudes victim victimise victimize victimized victimizing victor
    victories victorious victoriously victory video videotape videotaped vie vied view viewed
    viewer viewing viewpoint vigil vigilance vigilant vigilante vignettes vigor vigorous vigorously
    vigour vii viii vile vilifies vilify villa village villagers villain villainies villainous
    villainy vinaigrette vindicate vindicated vindicating vindictive vine vinegar vineyard vintage
    vintner vinyl viola violate violated violating violation violence violent violently violet
    violin violinist violoncello viper viral virgin virginity virile virility virology virtual
    virtually virtue virtuosi virtuosity virtuoso virtuous virtuously virulence virulent virus
    viruses visa viscosity viscount viscous vise visibility visible visibly vision visionary visit
    visitation visited visiting visitor visor vista visual visualise visualised visualization
    visualize visualized visually vital vitality vitamin vitiated viticulture vitriolic viva
    vivacious vivacity vivid vividly viviparous vixen viz vizier vizor vlog vocabulary vocal
    vocalist vocalizations vocally vocation vocational vociferous vodka vogue voice voiced void
    voided vol volatile volatility volcanic volcanism volcano volcanoes volition volley volleyball
    volt voltage voltaic voltmeter volume voluminous voluntarily voluntary volunteer volunteered
    volunteering voluptuous vomit vomited vomiting voodoo voracious voraciously vortex vortexes
    vortices vote voted voter voting vouch voucher vouches vouching vow vowed vowel voyage voyager
    voyeurism voyeurs vs vulcanized vulgar vulgarity vulgarly vulnerabilities vulnerability
    vulnerable vulture vulva wacker wad wadding waddle waders wades wadi wading wafer waffle waft
    wag wage waged wager waggon waging wagon waif wail wailing waist waistband waistcoat waistline
    wait waited waiter waiting waitress waitresses waive waived waiver waiving wake wakefulness
    waken waking waldo wale walk walked walker walking walkout walkways wall wallet wallflowers
    wallop wallow wallpaper walnut walrus walruses waltz waltzes wand wander wandered wanderers
    wandering wane waned waning wanna want wanted wanting wanton war warble warbler ward warden
    wardrobe ware warehouse warehousing warfare warhead warlike warlock warlords warm warmed warmer
    warmest warming warmly warmth warn warned warning warp warpath warping warrant warranted
    warranties warranting warranty warren warring warrior warship wart wartime wary was wash
    washables washboard washbowls washcloth washed washer washes washing washout washroom washtubs
    wasp wastage waste wasted wasteful wasteland wasting watch watchdog watched watcher watches
    watchful watching watchman watchmen watchtower watchword water waterbed watercolor watercolour
    watercourse watercress watered waterfall waterfront watering waterlogged watermark watermelon
    waterproof waterproofing watershed waterside waterspouts watertight waterway waterworks watery
    watt wattle wave waved waveform wavelength wavy wax waxed waxes waxworks waxy way waylaid
    waylay wayside wayward we weak weaken weakened weakening weaker weakest weaklings weakly
    weakness weaknesses wealth wealthier wealthiest wealthy wean weaning weapon weaponry wear
    wearer wearies wearing wearisome weary weasel weather weathering weave weaver weaving web
    webbed webbing webcam webhook webinar webisodes website wedding wedge wedlock weds wee weed
    weedy week weekday weekend weeklies weekly weep weeping weigh weighed weighing weight weighted
    weighting weightlessness weightlifting weighty weir weird weirdo welcome welcomed weld welded
    welder welding welfare well wellbeing welled wellington welt welterweight went wept were
    werewolf werewolves west westbound westerlies westerly western westerners westernmost westward
    wet wetland wetness wetter wettest whack whale whalers whaling whammy wharf wharves what
    whatchamacallit whatever whatsoever wheat wheedle wheel wheelbarrow wheelchair wheeled wheeler
    wheeze wheezing when whence whenever where whereabouts whereas whereby wherefore wherein
    whereof whereupon wherever whet whether whew whey which whichever whiff while whilst whim
    whimsical whine whining whinnies whinny whip whiplash whipped whir whirl whirligig whirlpool
    whirlwind whirr whisk whiskers whiskey whiskies whisky whiskys whispered whispers whistle white
    whiteboard whitefish whiten whitening whitewash whitish whittle whittling whiz whizz whizzed
    whizzes whizzing who whoa whoever whole wholeheartedly wholeness wholesale wholesaler wholesome
    wholly whom whomsoever whoop whooping whore whose whosoever why whys wick wicked wicket wide
    widely widen widened widening wider widespread widest widget widow widowed widower width wield
    wielding wiener wife wifi wig wiggle wiggled wight wigwam wiki wild wildcat wildebeest wilder
    wilderness wildfire wildflower wildlife wildly wile wilful will willed willful willfully
    willfulness willing willingly willingness willow wilt win wince winch winches wind windbreak
    windfall windiest winding windmill window windowpane windowsill windpipe windscreen windshield
    windsurfing windy wine wineries winery wing winged winger wingless wingspan wink winner winning
    wino winsome winter wintering wintertime wintery wintry wipe wiped wiper wiping wire wireless
    wiretapping wiring wiry wisdom wise wisecrack wisest wish wishbone wished wishes wishful
    wishing wisp wispy wist wistful wistfully wit witch witchcraft witches with withdraw withdrawal
    withdrawing withdrawn withdrew withheld withhold withholding within without withstand
    withstanding withstood witless witness witnessed witnesses witnessing witticism witty wive wiz
    wizard wizardry wizes wizzes wobble woe woefully wok woke woken wolf wolverine wolves woman
    womanhood womankind womb wombat women won wonder wondered wonderful wonderfully wondering
    wonderland wondrous woo wood woodchuck woodcock woodcuts wooded wooden woodies woodland woodman
    woodpecker woodshed woodsman woodsmen woodwind woodwork woodworking woody woof wool woolen
    woolie woollen woollies woolly word wording wordplay wordy wore work workable workaholic
    workbench workbook workday worked worker workflow workforce working workingmen workload workman
    workmanlike workmen workout workplace workshop workstation workweek world worldly worldwide
    worm wormhole worn worried worries worrisome worry worrying worse worsen worsened worsening
    worship worshiped worshipful worshipped worshipper worshipping worst worth worthier worthies
    worthless worthwhile worthy would wound wounded wounding wove woven wow wrangle wrangler wrap
    wraparound wrapped wrapper wrapping wrapt wrath wreak wreath wreathe wreck wreckage wrecked
    wrecking wren wrench wrenches wrenching wrestle wrestled wrestler wrestling wrests wretch
    wretched wretches wriggle wright wrings wrinkle wrist wristwatch wristwatches writ write writer
    writhe writing written wrong wrongdoers wrongdoing wrongful wrongfulness wrongly wrote wrought
    wrung wry xci xcii xciv xcix xcvi xcvii xenon xenophobia xi xii xiii xiv xix xor xv xvi xvii
    xviii xx xxi xxii xxiii xxiv xxix xxv xxvi xxvii xxviii xxx xxxi xxxii xxxiii xxxiv xxxix xxxv
    xxxvi xxxvii xxxviii xylem xylophone yacht yachting yack yahoo yak yam yammer yank yanked yap
    yard yardstick yarn yawn yd ye yeah year yearlies yearlings yearly yearn yearnings yeast yell
    yelled yelling yellow yellowish yelps yen yes yeses yeshiva yesterday yet yeti yew yield
    yielded yielding yo yock yodel yodeling yoga yoghourt yoghurt yogi yogurt yoke yokel yolk you
    young younger youngest youngsters your yourself yourselves youth youthful yowl yr yucca yuck
    yummy zanies zany zapped zeal zealous zebra zen zenith zephyr zeppelin zero zeroes zeroth zest
    zesty zeta zigzag zillion zinc zinnias zip zipper zippered zither zodiac zombi zombie zone
    zoned zoning zoo zoological zoologist zoology zoom zucchini zygote
    """.split()
)
