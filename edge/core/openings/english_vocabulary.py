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
    Arabian Arabic Arabs Aral Arawak Arcadia Archibald Archie Archimedes Arctic Arden Arecibo
    Argentina Argentine Argo Ariadne Aries Aristotelian Aristotle Arizona Arjuna Arkansas
    Arkhangelsk Arlene Arlington Armageddon Armand Armando Armenia Armenian Armstrong Arnhem Arno
    Arnold Arrhenius Artemis Arthur Arthurian Artie Arturo Aruba Aryan Ashcroft Ashe Ashley Asia
    Asian Asians Asiatic Asimov Asmara Asperger Assam Assamese Assisi Assyrian Aston Astor Astoria
    Asturias Atacama Atari Athena Athenian Athens Atkins Atlanta Atlantic Atlantis Attica Atwood
    Aubrey Auckland Audi Audion Audrey Aug Augean Augsburg Augusta Augustine Augustus Aurangzeb
    Aurelia Aurelius Auschwitz Austen Austerlitz Austin Australasia Australia Australian
    Australians Australopithecus Austria Austrian Austrians Austronesian Ava Ave Avery Avila
    Avondale Ayala Aymara Azerbaijan Azerbaijani Azores Aztec Aztecs Baathist Babbitt Babur Babylon
    Babylonian Bacardi Bacchus Bach Baez Baffin Baghdad Bahama Bahamas Bahamian Bahia Bahrain Baidu
    Baikal Bailey Baird Bakersfield Baku Balboa Baldwin Balearic Bali Balinese Balkan Balkans
    Ballard Baltic Baltimore Bamako Bandung Bangalore Bangkok Bangladesh Bangladeshi Banjarmasin
    Bantu Bantus Baptist Baptiste Barack Barbadian Barbados Barbara Barbary Barbie Barbra Barbuda
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
    Chester Chevalier Chevrolet Chevy Cheyenne Chianti Chicago Chico Chile Chilean Chimu China
    Chinatown Chinese Chittagong Chloe Choctaw Chomsky Chongqing Chopin Chris Christ Christa
    Christchurch Christendom Christensen Christi Christian Christianity Christians Christie
    Christina Christine Christmas Christopher Chrysler Churchill Cicero Cid Cincinnati Cinderella
    Cindy Cisco Citroen Claiborne Claire Clairol Clancy Clapton Clara Clare Clarence Clark Clarke
    Claude Claudia Claudio Claus Clausius Clayton Clemenceau Clemens Clementine Clemons Clemson
    Cleo Cleopatra Cleveland Cliburn Clifford Clifton Clinton Clio Clive Clouseau Clovis Cobain
    Cobb Cochin Cocteau Cody Cohen Coimbatore Colbert Colby Cole Coleman Colgate Colin Collin
    Collins Colo Colombia Colombian Colombians Colorado Coltrane Columbia Columbus Com Como Comoros
    Compaq Compton Comte Conan Concorde Conestoga Confucian Confucianism Cong Congo Congolese
    Conley Conn Connecticut Conner Connery Connie Connors Conrad Constance Constantine
    Constantinople Conway Cooke Coolidge Coors Copacabana Copenhagen Copernican Copernicus Copley
    Coppola Coptic Cora Cordelia Cordoba Corey Corfu Corinne Corinth Corinthian Corinthians
    Coriolis Corleone Cornelia Cornelius Cornell Cornish Cornwall Corsica Corsican Cortes Corvette
    Cosby Cossack Costco Courtney Coventry Covington Craig Crawford Creighton Cretaceous Cretan
    Crete Crichton Crimea Crimean Cristina Croatia Croatian Croce Crockett Cromwell Cronus Crosby
    Cruz Cuba Cuban Cullen Cumberland Cunard Cunningham Curtis Cuvier Cyclops Cygnus Cynthia
    Cypriot Cyprus Cyrillic Cyrus Czech Czechia Czechoslovakia Dada Daguerre Daimler Dakar Dakota
    Dalai Dali Dallas Damascus Damian Damien Damon Dan Dana Danbury Dane Daniel Danielle Daniels
    Danish Danny Dante Danube Danubian Danville Darby Dario Darius Darjeeling Darla Darlene Darrell
    Darren Darrin Darryl Darth Dartmouth Darwin Darwinian Darwinism Daryl Daugherty Dave David
    Davidson Davies Davis Davy Dawes Dawson Dayton Deanna Debbie Debian Deborah Debra Dec Decalogue
    Decca Deccan December Decker Dedekind Dee Deimos Deirdre Delacroix Delano Delaware Delbert
    Delhi Delia Delmarva Delphi Delphic Demeter Democritus Deng Denis Denise Denmark Dennis Denny
    Denton Denver Deon Depp Derek Descartes Desmond Detroit Deuteronomy Devi Devon Devonian Dewayne
    Dewey Dexter Dhaka Diana Diane Diaz Dickens Dickerson Dickinson Dickson Diego Dijon Dillon
    Diocletian Dionysus Dior Dirac Disney Disneyland Disraeli Diwali Dix Dixie Dixieland Dixon
    Django Djibouti Dmitri Dnieper Doberman Dodson Doha Dolores Domingo Dominguez Dominic Dominica
    Dominican Dominick Dona Donald Donaldson Donatello Donetsk Donna Donnie Donny Donovan Doolittle
    Dora Doreen Dorian Doris Doritos Dorothea Dorothy Dorset Dorsey Dortmund Dostoevsky Doubleday
    Doug Douglas Douglass Douro Dover Dow Doyle Draco Dracula Dravidian Dresden Dreyfus Dropbox
    Dubai Dublin Duchamp Dudley Duffy Dulles Dumas Dumbledore Dumbo Duncan Dunkirk Dunn Durant
    Durham Durkheim Dustin Dutch Dvina Dwayne Dwight Dylan Dyson Eakins Earle Earp Easter Eastman
    Eaton Ebert Ebola Ebro Ecuador Edam Eddie Eden Edgar Edinburgh Edison Edith Edmond Edmonton
    Edmund Edna Eduardo Edward Edwardian Edwards Edwin Effie Egypt Egyptian Egyptians Ehrlich
    Eichmann Eiffel Eileen Einstein Eire Eisenhower Eisenstein Eisner Elaine Elam Elanor Elba Elbe
    Eleanor Elena Eli Elias Elijah Elisabeth Elise Elisha Eliza Elizabeth Elizabethan Ella Ellen
    Ellesmere Ellie Elliot Elliott Ellis Ellison Elmo Elsa Elsie Elton Elvira Elvis Elway Emanuel
    Emerson Emil Emile Emilia Emilio Emily Eminem Emma Emmanuel Emmett Emmy Eng Engels England
    English Englishman Enoch Enrico Enrique Eocene Epcot Epictetus Epicurus Epstein Erasmus
    Eratosthenes Eric Erica Erich Ericsson Erie Erik Erika Erin Eritrea Erna Ernest Ernestine
    Ernesto Ernie Ernst Eros Errol Erwin Escher Escherichia Eskimo Eskimos Esq Essex Estelle Esther
    Estonia Estonian Estrada Ethan Ethel Ethernet Ethiopia Ethiopian Ethiopians Etruscan Eucharist
    Euclid Euclidean Eugene Euler Eunice Euphrates Eurasia Eurasian Europa Europe European
    Europeans Eustachian Eustis Eva Evan Evans Evelyn Everest Everett Evert Ewing Excalibur
    Excellency Exxon Eyre Ezekiel Ezra Fabian Facebook Fahrenheit Fairbanks Falkland Falklands
    Falwell Fannie Faraday Fargo Farley Farrell Farsi Fatima Fatimid Faulkner Faust Fayetteville
    Feb February Felipe Felix Ferdinand Fergus Ferguson Fermat Fermi Fernandez Fernando Ferrari
    Ferraro Ferrell Fichte Fidel Figueroa Fiji Filipino Filipinos Finland Finley Finn Finnish Finns
    Firefox Fischer Fisk Fitch Fitzgerald Fitzpatrick Flanagan Fleming Flemish Fletcher Florence
    Florentine Flores Florida Floyd Flynn Foley Folsom Fomalhaut Forbes Forrest Forster Fowler
    France Frances Francis Franciscan Francisco Franco Frankenstein Frankfurt Frankie Franklin
    Franz Fraser Fred Freda Freddie Freddy Frederic Frederick Fredericksburg Fredric Freida Fremont
    French Frenchman Frenchmen Freon Fresnel Fresno Freud Freudian Frey Freya Fri Friday Fridays
    Friedman Frisco Frisian Fritz Fromm Frye Fuchs Fuentes Fukuoka Fulbright Gabon Gabriel
    Gabrielle Gadsden Gaelic Gagarin Gaia Gail Gaiman Gaines Gainesville Galapagos Galbraith
    Galilean Galilee Galileo Gallagher Gallegos Gallic Gallo Gallup Galois Galveston Gambia Gandhi
    Ganesha Ganges Ganymede Garcia Gardner Garfield Garibaldi Garrett Garrick Garry Garth Garvey
    Gary Garza Gatling Gatsby Gatun Gaul Gauss Gaussian Gautama Gautier Gavin Gayle Gaza Geller
    Gemini Geneva Genoa Geo Geoffrey George Georges Georgetown Georgia Georgian Gerald Geraldine
    Gerard Gerber German Germanic Germans Germany Geronimo Gerry Gershwin Gertrude Getty Gettysburg
    Ghana Ghanaian Ghanian Ghanians Ghats Giacometti Gibbs Gibraltar Gibson Gideon Gil Gilbert
    Gilberto Gilchrist Gilda Giles Gilgamesh Gillette Gillian Gilligan Gilmore Ginny Ginsberg
    Ginsburg Giovanni Giuseppe Giza Gladys Glaser Glasgow Gleason Glenn Glenna Gloria Goa Gobi
    Goddard Goethe Goff Gogol Golda Goldberg Goldie Goldman Goldwyn Golgi Golgotha Gomez Gonzales
    Gonzalez Gonzalo Goodall Goodman Goodwin Google Gorbachev Gordon Gotham Gothic Gouda Gould
    Gracie Grafton Graham Grammy Granada Greece Greek Greeks Greeley Greene Greenland Greenpeace
    Greensboro Greenwich Greg Gregg Gregorian Gregorio Gregory Grenada Grenadines Grendel Grenoble
    Gresham Greta Gretchen Griffith Gris Grotius Grover Grumman Guadalcanal Guadalquivir Guadalupe
    Guam Guangzhou Guatemala Guatemalan Gucci Guevara Guggenheim Guiana Guido Guillermo Guinean
    Guinevere Guinness Guizot Gujarat Gujarati Gumbel Gunther Gupta Gus Gustav Gustavo Guthrie
    Gutierrez Guyana Guyanese Gwalior Gwen Gwendolyn Hades Hadoop Hadrian Hafiz Hague Hahn Haiti
    Haitian Hakluyt Hal Haley Halifax Halley Halliburton Hallie Halloween Hals Haman Hamburg Hamill
    Hamilton Hammerstein Hammett Hammond Hampshire Hampton Han Hancock Handel Hanford Hangzhou
    Hanna Hannah Hannibal Hanoi Hanover Hans Hanson Hanukkah Harare Hardin Harding Hargreaves
    Harlem Harley Harlow Harmon Harold Harper Harrell Harriet Harriett Harrington Harris Harrisburg
    Harrison Hartford Hartman Harvard Harvey Hasbro Hastings Hatfield Hathaway Hausa Hausdorff
    Havana Hawaii Hawaiian Hawkins Hawthorne Hayden Hayes Hearst Hebrew Hecate Hegel Hegelian
    Heidelberg Heidi Heineken Heinlein Heinrich Heinz Heisenberg Heisman Helen Helena Helene Helga
    Helios Hellenic Hellenistic Heller Helsinki Hemingway Henderson Hendrix Hennessy Henri
    Henrietta Henry Henson Hepburn Hera Heraclitus Herbert Herculaneum Hercules Herman Hermes
    Herrera Herschel Hersey Hershey Herzegovina Hewlett Hezekiah Hickman Hickok Hieronymus
    Highlander Hilary Hilbert Hilda Hilfiger Hillary Hilton Himalaya Himalayas Hindenburg Hindi
    Hindu Hinduism Hindustan Hindustani Hines Hinton Hiram Hiroshima Hispanic Hispanics Hispaniola
    Hitachi Hitchcock Hitler Hobart Hobbes Hobbs Hoffman Hofstadter Hogarth Hogwarts Hohokam
    Hokkaido Holden Holland Holloway Hollywood Holmes Holocaust Holocene Holst Holt Homeric Honda
    Honduran Honduras Honeywell Hong Honiara Honolulu Honshu Hooper Hoover Hopewell Hopkins Hormuz
    Horowitz Horton Horus Houston Howard Howe Howell Howells Huang Hubbard Hubble Huber Hubert
    Hudson Huerta Huey Huffman Hugh Hughes Hugo Huguenots Hui Humboldt Hume Hummer Humphrey
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
    Teutonic Texaco Texans Texarkana Texas Thackeray Thaddeus Thai Thailand Thalia Thames
    Thanksgiving Thea Thebes Themistocles Theodore Theodosius Theravada Theresa Thermopylae Theseus
    Thomas Thomistic Thompson Thomson Thor Thorazine Thoreau Thornton Thorpe Thucydides Thule
    Thurber Thurmond Thursday Thursdays Tianjin Tibet Tibetan Tibetans Tiffany Tilsit Tim Timmy
    Timor Timothy Tina Tirana Titanic Tito Titus Tobago Toby Todd Togo Tokugawa Tokyo Toledo
    Tolkien Tolstoy Toltec Tomas Tommy Tonga Toni Tonia Topeka Torah Tories Toronto Torres Tortola
    Tory Toto Toulouse Townes Townsend Toyoda Toyota Tracey Tracy Trafalgar Trajan Transvaal
    Transylvania Travis Trent Trenton Trevor Trey Triassic Tricia Trieste Trinidad Tripitaka
    Tristan Triton Trojan Trojans Trondheim Tropicana Trotsky Trudeau Trujillo Truman Tubman Tucson
    Tudor Tuesday Tuesdays Tulsa Tulsidas Tungus Tunguska Tunis Tunisia Tunisian Tunisians Turin
    Turing Turk Turkish Turkmenistan Turks Tuscan Tuscany Tut Tuvalu Twitter Tyler Tyrone Tyson
    Ubuntu Uganda Ugandan Ukraine Ukrainian Ulster Ulysses Unicode Unilever Uniontown Unix
    Upanishads Upton Ural Urals Uranus Urdu Uriah Ursula Uruguay Uruguayan Uruguayans Utah Ute
    Utica Utrecht Uzbekistan Vader Vaduz Val Valdez Valencia Valentino Valerie Valkyrie Valletta
    Valois Vancouver Vanderbilt Vanuatu Varanasi Vargas Vaseline Vasquez Vatican Vaughan Vaughn
    Veda Vedanta Vedas Vega Vegas Vela Velveeta Venetian Venezuela Venezuelan Venice Venn Venus
    Venusian Verde Verizon Verlaine Vermeer Vermont Verna Verne Vernon Veronica Versailles
    Vespasian Vespucci Vesta Vesuvius Vicente Vichy Vicki Victoria Victorian Vienna Viennese
    Vietnam Vietnamese Vijayanagar Viking Vikings Vila Villarreal Vilnius Vince Vincent Virgil
    Virginia Virgo Visakhapatnam Vishnu Vistula Vito Vivekananda Vivian Vladimir Voldemort Volga
    Volgograd Volkswagen Volta Voltaire Volvo Voronezh Vuitton Vulcan Vulgate Wabash Wac Waco
    Wagner Waldheim Wales Walgreens Wallace Wallis Walmart Walsh Walt Walter Walton Wanda Wang
    Warhol Waring Warner Warsaw Warwick Washington Watergate Waterloo Watkins Watson Waugh Wayne
    Webb Weber Webern Webster Weddell Wednesday Wednesdays Wehrmacht Weiss Weizmann Welland Welsh
    Wendell Wendi Wendy Wesley Wesleyan Wessex Westminster Westphalia Weyden Wharton Whig Whigs
    Whitehall Whitehead Whitman Whitney Whitsunday Wichita Wiesel Wii Wikipedia Wilbur Wilburn
    Wilcox Wilfred Wilhelm Wilkes Wilkins Wilkinson Willa Willamette Willard William Williams
    Williamsburg Williamson Willie Willis Wilmer Wilmington Wilson Wimbledon Winchester Windhoek
    Windsor Winkle Winnie Winnipeg Winston Wisconsin Wittgenstein Wolff Wolfgang Wollongong
    Wollstonecraft Wong Woodrow Woodstock Woodward Wooster Worcester Wordsworth Wozniak Wrangell
    Wuhan Wyatt Wycliffe Wylie Wyoming Xavier Xerox Xerxes Xes Xiaoping Xmas Xuzhou Yakut Yale
    Yalta Yamagata Yamaha Yang Yankee Yankees Yaobang Yeager Yellowstone Yeltsin Yemen Yemenis
    Yiddish Yoda Yoko Yokohama Yolanda Yonkers York Yorkshire Yorktown Yoruba Yosemite Youngstown
    Ypsilanti Yucatan Yugoslav Yugoslavia Yuma Yuri Yvette Zachary Zagreb Zaire Zambezi Zambia
    Zamboni Zane Zapotec Zealand Zebedee Zedong Zenger Zeno Zeus Zhivago Ziegler Zimbabwe Zinfandel
    Zion Zoe Zola Zoroastrian Zoroastrianism Zorro Zulu Zulus Zwingli
    """.split()
)

# Words below that are names just as well: which is meant, its author knew.
EITHER = frozenset(
    """
    academy afghan afghans alien aliens aline allies alphabet alpine am amazons amber ampere
    anchorage android angora angular apes appeals apple arches ares armour army arsenal arts aspen
    atlas atlases attic auburn autumn avatar axis bachelor baker bannister baptists barber barker
    barney bash bates battle bay bell berg beryl bibles biblical bill billboard bishop blacks blitz
    blockbuster blvd boas bohemian bologna bond bonnie boulder bourbon bray bridges bright
    broadcasters brooks browning buck bud buffalo bulge bullock bulls bumble burns burr bush butler
    cabinet cage camel canaries canton cantor capitol carmine carol cars carver cascades catch
    caterpillar cayenne cf chad chamberlain chandler charity cheddar cheers chevron chi chimera
    chrome church clement clue co cockney coke cokes col colleen cologne colt combs comet commons
    commonwealth communism communist communists compass conception concord confederacy confederate
    confederates confederation congress congresses conqueror constable constitution cooper corps
    cotton council covenants cox coy crane crayola creator creole crusades crux cs cu cupid curie
    curt dachshund daisy dale dalmatian darkness darling dart davenport dawn dean deity dell delta
    democrat democratic democrats derby derrick dick dipper dirk discord doc dodge dolly don doom
    dragon drake drew drive drudge druid duke earl earnest east eastern ebony echo eddy edge
    elastic emperor empires enlightenment euro excel exodus express faith fallout false fame
    fascism fed federalist federalists feds fern fez fiat finch fisher fisheries flagstaff flask
    flint folklore forester fortune fox fr franks friends frost frozen fuller future gage galaxy
    gale gall gap garland garner gates gen genesis gentile gentiles gill ginger gladiator glen glue
    go god goldsmith goodwill gore gospel gospels grace grail graves griffin grimes guardians
    guinea gypsies hale hall halo halon hamlet handler hank hardy hart hawking hays hazel heath
    heather heaven hector hell hermitage heroes herring hicks hinge hiss hive ho hogan homer hood
    hooters horn hound house huff hunt hunter hydra inc independence inquisition insect institute
    internet iris ivy jack jasmine jasper jaws jersey jewel jimmy jobs jock johns josh journey joy
    junior justice khan kindle king kings kitty ks lacy lamb lambs lance laud laundromat laurel lea
    lean lee leeward legends lent liberty lie lily lodge lord lords lost love lovers lupus lynch
    madden majesty mandarin manning marathon marches marina mark marlin marquis martian martians
    martin mason masters matt max may mayflower mayo medicine meg melody mesa meta mg mickey midway
    mill miller mills mimosa ministry missionaries misty mo monk monopoly moody moon moor moors
    morrow mosaic munch muse myrtle narcissus nautilus navy newton nickelodeon nightingale nirvana
    noel north northwest notion nova oasis odyssey office opal opera oracle orange orchestra orient
    oriental outlook oz palisades pan pansy pantheon paradise paramount parks parliament parsons
    pat pate patsy patty pd peace pearl peg pentagon peters pharaoh pharaohs phoenix pierce pilates
    pink pixel platinum poison polo poodle pooh pope portal president prime prince prohibition prop
    protestant protestants proverbs providence psalms pt pueblo pulp punch puppet puritan python
    quake queen queens raffles rails rainier randy ravel ray re react reed reeves reformation
    representatives republic republican republicans rev revelations revere rhea rick riddle ring
    risk roach rob rock rocky roger rogers romanticism royal ruby rush rust sabre saki sanders
    sands sandy savior sawyer scenario scopes scotches scrabble scripture scriptures scrooge sears
    secretariat secretary senate senates senator sexton sharp shell sherry shorthorn sibyl signal
    singer singleton sketch slack snap snoopy sol sonny sorry south southeast southwest spade spark
    spears sphinx spring sprint sprite square stark statue steam stein stern stoic stoicism stokes
    stone storm strait straits stripe subway sue sun suns superman surface swift switch tableau
    tanner target tartar tartars teams teletype temple terry thatcher thrones tide ting titan
    titans tool transformers treasuries treasury trident trinity troy tucker turner twain tweed
    twenty twitch union university utopia valentine van vandal virgin visa vogue voyager waldo
    walker wall ward warren warriors wasp wasteland waters watts wellington west western westerns
    wheeler whites wilder wiles windows wise wolf wolves woods word workman wren wright yahoo yank
    yanks zen zeppelin zoom
    """.split()
)

# Words below that take a capital often, but hardly ever alone: parts of names and titles.
IN_TITLES = frozenset(
    """
    aardvarks abbey act admirals adobe adventure adventures advisory aeronautics agriculture
    airlines airport airports airways alert allowances almighty alto ambassador amendment
    amendments amir anatomy ancestral ancients angels animation apostolic arbor arch archangel
    archbishop archer arena arias ark armistice arrow article articles assembly associate
    association athletic athletics atoll auto automation avenger avenue awakening award awards
    azure bacteria bald ballad ballet bang banister banner baron baroque barrier barrow bastion
    bath battalion beach beasts beaver beavers beige bells belt biff big bills bison bitcoin bloc
    bloom blues bluff bluffs booth bosh boulevard bowl bowls braves brewer brewing bride bridge
    brigade broadcasting broncos bronze brook browns bruin bruins buccaneers bulldog bulldogs
    bureau buster butte bypass byways cadmium calendar caliphate canal canary canning canon canyon
    cape captain cardinals cartel castle casuals cathedral causeway cave celebrity cemetery central
    chairman challengers chamber champion champions championship championships channel chapel
    chargers charm chart charter chase cherry chief chiefs chin chipmunks chorus chronicle chuck
    cinematic cinematographer circle cirrus city civil classic cleaver clippers club coalition
    coast coil cold college collegiate colonel comics commander commanders commission commissioner
    committee competitiveness concerto confederations conference congressional conquest
    conservatory contest continental contracting controller convent coon copilot cork corolla corp
    corporation corridor county courtier cove cowboys cozier cozy crater crazy creed creek crescent
    cricket crimson crocodile cross crown crucible cruise crunch crusade cub cup cups curry curse
    cursed daddy dam dame dances dash deadwood decade declaration defence delicatessen department
    deputies deputy desert destiny devils dharma diamond digest dill directive district division
    docs dodgers dolphin dome dominion donkey dormouse dorms dory dot downs draft dragons dream
    driftwood duchy dungeon dungeons dunk dunning duo duty dynamite eagles eclipse economics
    economist ed editors education eighteenth elder elders electoral elk emancipation emeritus
    emirates empire empress endeavor endless endocrine engineers ensemble entente enterprises
    entertainment entrepreneur equatorial equity essences eta eternal explorer exporting exposition
    expressway falcons falls fantastic federated federation fellowship fender ferry fertile
    festival fiction fiery fiesta fifteenth fighter fighters filler finals finance fire fishing
    fittest flag flags flames flash flats foo fork formula fort fortress forum foster foundation
    fourteenth foxhound franc freak freedom freeman frontier fugitive fund fury galactic gallery
    gardens garrison gate gauntlet gems ghetto ghost giants globe glowworm goblin godfather golden
    gong goose gorge gorilla gosling governor grade grammar grand grandma grands granite granny
    grateful great grizzlies grove groves gryphon guardian guild gull guru guy haiku hallows ham
    harbor harbour hare harvest hawks hearts heavyweight heights hemisphere herald herbal heritage
    hero hexadecimal highlands highway hill hills historic hither hobbit hock holdings holy
    homeland hook hoops hope hopper horizon hornets hot housewives hula hull hum humane hurling
    hurricanes huskies ice idol immigration imperial incredible industrialization infantry inn
    insane inspector institutes inter interactive intercontinental interior internationals
    interplay interstate investigation island islanders islands isle isles isthmus ivory jaguars
    jam jargon jawed jeep jet jets jockey journal jubilee judgement junction keeper kennel kingdom
    kingdoms kingpin knight knights la laboratories laboratory labour labs lady lagoon lake lakes
    lama lambda landscape lane lasso leafs league leaning legend lemma lesser liberation library
    lick lieutenant lighthouse lime lion lions lip literature locomotive lone lonely longhair lope
    lopes lotion lotus lupin lush macron mad madness magic magnum mahatma maid manifesto manor mans
    mantra maple marine mariners marlins marshal marvel massacre master matrix mayor meadows medal
    memoirs memorial merry metro metropolis metropolitan micro middle midtown migrant milky
    millionaire minister ministers miracles miss missile mission mixer modulators module monkeys
    monster monsters monument moose mortal moss motors mount mountain mountains mu museum mushroom
    musk musketeers mustang mystery narcotic narrows national nationalist nations naval nebula
    needle nest neurological new nights nimbus normalization northern oak observatory ocean
    oncology opium opus orthodox outback override packers packing pact padre paisley pal palace
    pang panther panthers paradox park partizan pasha patriot pavilion peach peninsula peninsular
    petroleum petunia philharmonic physics pictures pier pilgrims pine pinnacle pinto pioneer piper
    pirate pirates pistons plains plantation plateau plaza poetical poodles port porter potter
    prairie prefecture prelude premier premiere primer princes princess prize pro proclamation
    productions progressive prohibits province psychiatric psycho publishing puritans quartet quest
    raiders railroad railways ram rams ranger rangers rays rebellion records recreation redemption
    reds reef reformed regiment register registry reis remembrance republics reputation rescue
    reserve reservoir resort restoration retriever retrievers revival revolution revolutionary
    rhino rho ridge rift rings riot rivals river road roadster robins roll rolling rookie rosary
    rosemary rotten rugby runners safer saga saint saints salvation sandman sapphire savannah
    saviour scenic science sciences scouts scrolls sea seaman seminary senna sequoia sergeant
    serpent server sh shadow shah shamrock shepherd shepherdess sheriff shields shiner shore
    shuttle sidings sierra silence sir sixth sky slam slash slits smoky snooker socialist sojourn
    solitude songwriters southeastern southern souvenir sox sparrow spice spider spitfire sporting
    springs spurs stadium staff staples star starve states station stead steely steward stingrays
    stoics stoke strange street streets strikes strip stub studios subsidies sultan sultanate super
    supreme surfboards suspects swain swami sympathy symphonic tag tale talon tango tar taro tattoo
    tech telescope terminal terminator terrier terror testament theater theatre theological thief
    thirteen thirteenth thunder tiger tomahawk tome tomorrow tonight tour tower towers township
    tranquility treaty trek triad tribune trolls trophy tropics trout true tsar tuna twisted
    typhoon united universal universe uprising vale valley vanity velvet ventures veterans victor
    villa viola violet vixen walnut wanderers war warlocks warrior wars web weir wheel whip wick
    wildcat wilderness wilt wing witch wizard wonder wonders woody workshop world worship worthier
    xi yammer yen yes yew yoga yogi zodiac
    """.split()
)

# Hardly ever without a capital, though there are such words.
MOSTLY_NAMES = frozenset(
    """
    allied august avengers beck bible billy bob bobby brad castor cavaliers earth eve evermore ford
    frank gulf harry intel john ken laden march maria mars mecca mercury mike nick pacific patriots
    peter phish phoebe polish presto raja renaissance roman rowdies salamis sally smith tom tony
    triceratops trump turkey wade yelp
    """.split()
)

# Pairs that take capitals where they stand side by side, and hardly ever small letters.
TITLES = frozenset(
    """
    academy_award academy_film achievement_award activities_center adobe_systems advisory_board
    affordable_care air_force albums_chart also_rises amateur_world animated_feature apple_computer
    archaeological_survey arches_national arctic_circle arctic_ocean army_air army_staff
    arts_center association_awards athletic_association athletic_conference atomic_energy auto_show
    automobile_works awards_night back_better back_together bad_blood bald_head barrier_reef
    baseball_classic basketball_association basketball_hall basketball_league bath_county bay_area
    bay_rays beach_boys bear_road bed_head beer_day best_actress best_animated best_director
    best_original best_picture best_supporting big_brother big_four big_island big_machine big_ten
    bill_gates black_cat black_power black_sea boat_race body_shop body_works book_award
    boring_company boundary_commission bowl_subdivision bronze_age brown_hotel build_back
    bull_racing cable_route canal_authority canal_zone capital_management care_act census_bureau
    central_district central_group central_high central_intelligence central_library
    central_military central_park central_powers challenge_cup champions_dinner champions_league
    champions_trophy chapel_hill chemistry_prize chin_fan china_sea civil_engineers
    clinical_investigation club_world cluster_office coast_conference coast_ranges cold_war
    collegiate_athletic comedy_central commercial_code commercial_insurance common_future
    commonwealth_games communist_manifesto communist_party community_shields company_limited
    competitiveness_report computer_corporation concert_society confederations_cup
    conservative_party cook_islands corporation_public country_fire county_championship
    county_cricket county_pumped creation_engine cricket_club cricket_council cricket_ground
    cricket_world critics_society cup_double cup_final cup_series cursed_child cycling_world
    daily_planet data_element dead_man's dead_sea defensive_player delta_lake democratic_national
    democratic_party democratic_republic development_goals development_index development_league
    development_report division_bell doctor_strange dot_dot dragon_ball dream_team drew_school
    dungeon_master earth_live east_side eastern_conference eastern_front eastern_group
    eastern_hemisphere eastern_orthodox eastern_province eastern_roman economic_analysis
    economic_area electronics_industry element_framework elk_grove emancipation_proclamation
    empire_strikes endocrine_society energy_research entertainment_system equatorial_guinea
    establishment_school estates_general exchange_act exchange_commission exclusion_act
    exporting_countries fair_labor falls_church fantastic_beasts fantastic_four far_east
    fashion_week federal_bureau federal_reserve federal_rules fertile_crescent field_army
    fifth_amendment fight_night fighting_championship film_critics film_registry final_fantasy
    financial_stability financial_times fire_authority fire_service first_amendment first_battle
    first_world football_association football_confederation football_conference football_league
    force_base fort_worth fortune_global founders_fund founding_father fourteenth_amendment
    fourth_amendment french_open french_republic french_revolution fruit_loops furniture_united
    galactic_center game_boy gathering_storm general_assembly general_hospital general_order
    general_staff global_recording globe_award gold_coast gold_rush golden_ball golden_gate
    golden_globe golden_retriever golden_shoe golden_square golden_state good_hope grand_canyon
    grand_final grateful_dead great_barrier great_depression great_escape great_grandma great_lakes
    great_law great_plains great_pyramid great_ray great_red great_society great_wall
    greatest_songwriters green_bay grove_park half_dome ham_united head_island health_organization
    health_sciences health_service heart_institute heavyweight_championship hemisphere_western
    herbal_essences heritage_list heritage_site high_contracting hill_street hill_town
    historic_places history_unit hockey_association hockey_league holy_cross holy_roman holy_see
    holy_week home_guard home_minister home_movies homeland_security hot_brown house_committee
    housing_board ideal_policy independence_day industry_association infantry_regiment inner_temple
    insurance_amount intelligence_agency intelligence_laboratory internal_revenue
    international_classification international_conference international_federation
    international_monetary international_space internet_day internet_explorer iron_age iron_man
    ivory_coast jobs_act joint_endeavor judgment_day juice_box justice_league key_west kill_bill
    killing_jar king_county king_field king's_building king's_college la_la la_land labor_day
    labor_party labor_statistics lake_city landing_energy landscape_arch language_council
    last_judgement league_baseball league_cups league_dark leaning_tower legislative_assembly
    legislative_council liberation_army liberties_union lifetime_achievement lion_king little_china
    little_rock long_beach long_island lost_world love_boat machine_records magazine_management
    magic_kingdom main_street man_records man's_burden man's_statute march_madness march_west
    marine_corps married_women's masters_tournament measurement_system memorial_basketball
    memorial_prize men's_player mercury_seven metropolitan_college metropolitan_region middle_ages
    middle_east middle_eastern migrant_mother military_commission missile_crisis mission_bay
    mission_beach mission_impossible monetary_fund moss_landing mother's_day motor_company
    motor_show mountain_resort mountain_west mounted_police music_awards music_group music_mixer
    music_publishing mystery_comics national_academy national_association national_bank
    national_basketball national_beer national_collegiate national_film national_football
    national_gallery national_geographic national_golf national_health national_hockey
    national_institute national_laboratory national_league national_library national_office
    national_park national_register nationality_act nations_championship nations_security
    natural_bar natural_wonders naval_academy navigation_acts navy_cross near_east
    neurological_institute new_deal new_guinea new_hope new_jersey new_south new_world new_year
    new_year's night_live night_shift north_sea northern_orchestra old_world open_era open_golf
    opium_war original_screenplay override_tool overseas_territory packing_company
    paramount_pictures park_city park_high park_service park_sidings partial_least party_platform
    peace_offices peace_prize pearl_harbor pearl_jam people's_guard people's_liberation
    people's_republic people's_revolutionary petroleum_exporting philosopher's_stone physics_prize
    pink_lady plan_act planet_earth player_award police_college port_hills premier_league
    presidential_medal pretty_woman prime_video primer_series pro_bowl project_mercury property_act
    psychiatric_association psychological_association public_safety pulp_fiction radical_republican
    recommended_dietary recording_industry recreation_park red_army red_bull red_cross red_mountain
    red_sea red_spot red_wing regional_bureau relations_act reliance_industries remembrance_day
    republic_records republican_party rescue_plan research_establishment reserve_bank reserve_board
    reserve_system reservoir_dogs revenue_code revenue_service revolutionary_government
    revolutionary_war rich_dad right_deviation rights_act riot_games rock_star rock_tracks
    rocky_mountain roll_hall rolling_stone roman_empire roman_republic royal_academy royal_air
    royal_challengers royal_college royal_navy rural_fire sacred_heart safer_internet salt_lake
    salt_valley salvation_army savings_institution science_center second_amendment second_battle
    second_continental second_industrial second_temple second_world security_act
    security_administration security_council senior_view service_principles side_story
    silicon_valley six_flags six_nations sixth_amendment sixth_extinction sixth_sense
    snooker_championship snow_crash social_statistics social_studies socialist_party
    software_foundation song_contest song_festival songwriters_hall source_initiative south_china
    south_park south_pole south_west south_western southeastern_conference southern_hemisphere
    southern_ocean southern_united southwestern_united space_command space_force space_needle
    space_telescope spark_streaming speak_now sporting_news stability_board stable_diffusion
    staff_corps standards_act star_line star_trek star_wars state_bank state_savings
    state_university state_warriors states_air states_army states_census states_constitution
    states_department states_district states_general states_marine states_national states_naval
    states_navy states_space states_supreme states_trail statistical_manual stock_exchange
    stone_age storage_facility storage_station strait_lake street_journal strikes_back
    struggle_movement sugar_act summer_games sun_also sun_belt sunflower_county super_bowl
    super_cup super_kings super_mushroom supreme_court supreme_court's swimming_championships
    targeted_delivery tax_court team_champion technical_university tennis_club tennis_federation
    tennis_professionals tenth_amendment third_world thirteen_colonies tiger_woods time_artists
    time_magazine timely_comics tonight_show top_chef top_gun tourism_competitiveness town_plays
    toy_story track_cycling trail_ride treasury_department treaty_organization tree_school
    turning_red ultimate_fighting underground_railroad uniform_commercial union_address
    union_territory united_airlines united_kingdom united_nations united_states
    universal_measurement universal_music universal_pictures university_press university_school
    upper_west valley_resort video_music virgin_express virgin_group virgin_islands visual_studio
    wall_street wars_episode watch_hill wealth_society west_conference west_end west_ham west_high
    west_point west_reading west_valley western_allies western_conference western_front
    western_group western_hemisphere western_philosophy western_railroad western_roman
    western_states western_united white_house white_man's white_river white_star white_tea wide_web
    wild_card women's_property women's_tag wonder_woman world_bank world_baseball
    world_championship world_chess world_cricket world_cup world_dominion world_drivers world_golf
    world_headquarters world_health world_heritage world_series world_snooker world_trade
    world_twenty world_war world_warrior world_wide world_wrestling year_award year's_day years_war
    yellow_river yes_bank young_award zero_dawn
    """.split()
)

# Pairs that are one word, or want a hyphen: at least as often as not.
TOGETHER = frozenset(
    """
    above_mentioned above_named acid_base action_adventure adult_figured air_cooled air_lines
    anti_colonial anti_corruption anti_hero anti_slavery anti_soviet anti_virus anti_war art_work
    attorney_client award_winning back_yard best_performing best_selling billion_dollar birth_place
    blue_collar blue_grass blue_green book_store brand_new break_through buffer_overflow bull_dog
    camp_fire chart_topping chisel_like city_based city_state city_states class_room cloud_based
    club_house club_record comedy_drama copy_number counter_clockwise counter_offer counter_parts
    court_house cross_cultural cross_examination cross_sectional cross_sequential data_base
    deep_sea door_bell double_blind down_hill down_town driver_assistance dry_cleaning east_central
    effects_based egg_laying eleventh_largest end_user even_numbered evidence_based ex_fan
    ex_supporter ex_wife exercise_induced extra_large far_reaching farm_land fast_food
    fastest_growing fastest_selling fat_free fault_tolerant fifth_largest fifty_five fifty_four
    film_maker fire_fighters first_hand first_level five_time five_year foot_ball foul_smelling
    four_day four_fifths four_star four_story four_week four_year fourth_grade fourth_graders
    fourth_largest fourth_newest fresh_water full_scale full_service full_time gall_bladder
    game_winning gender_role general_purpose genre_spanning god_father golden_doodle good_bye
    government_owned governor_general gram_negative gram_positive grand_babies grape_pulp
    great_grandfather great_grandmother green_house green_houses gun_type hair_cut hair_cuts
    hair_style half_brother half_century half_life half_sister half_sisters half_way hand_like
    hard_dried head_lights heart_shaped heavy_weight helium_oxygen high_achieving high_end
    high_income high_latitude high_profile high_quality high_ranking high_rise high_speed high_tech
    highest_grossing highest_paid home_owner home_owners home_town house_hold house_plant
    house_plants human_like human_made hunter_gatherers idea_oriented ill_fated ink_blot
    insulin_like joint_record joint_stock key_value land_grant land_mass land_owner large_scale
    late_night left_handed lesser_known life_span life_style light_weight light_years limited_overs
    live_action long_distance long_haired long_lived long_range long_standing long_term
    longest_lived longest_serving low_dose low_fat low_income low_level low_lying lower_case
    make_up_artist man_eating man_made mass_produced medium_sized meta_genome mid_august mid_engine
    mid_ocean middle_aged modern_day native_born newly_established news_paper next_generation
    noble_man non_adiabatic non_coding non_compliance non_empty non_existent non_fiction
    non_governmental non_linear non_living non_negative non_payment non_polluting non_profit
    non_state non_traditional non_voting non_white non_zero north_east north_eastern north_south
    north_west north_western note_book object_oriented obsessive_compulsive oil_producing
    old_fashioned open_air open_source open_wheel part_time patient_specific pay_check per_cent
    person_oriented platinum_certified post_apocalyptic post_cold post_graduate post_modern
    post_operative post_punk post_season post_soviet post_traumatic post_war pot_hole present_day
    president_elect problem_solving product_oriented quarter_finals quarter_mile rain_forest
    ranch_style re_branded re_elected re_election re_enter re_fitted re_recorded re_recording
    re_release re_released re_releasing read_only real_life real_time real_valued real_world
    right_handed right_wing role_playing roll_ups sales_people sales_person same_sex screw_driver
    second_cheapest second_floor second_grade second_highest second_largest second_last
    second_newest second_oldest self_attention self_care self_control self_defense
    self_determination self_disclosure self_driving self_efficacy self_elected self_esteem
    self_evident self_fulfilling self_governing self_government self_help self_incrimination
    self_monitoring self_perception self_report self_rule self_serving self_sufficient self_titled
    semi_automatic semi_colon semi_final semi_finals semi_social seventh_largest short_lived
    short_run short_term sight_seeing singer_songwriter single_cell single_elimination
    single_family single_player sit_ins six_month six_sided small_scale smart_phones soft_dried
    sour_dough south_central south_east south_eastern south_west south_western space_flight
    spider_man spring_block stand_alone state_owned steam_powered sub_groups sub_national
    sub_optimal sub_range super_power surf_board team_mates ten_year thank_you third_cheapest
    third_floor third_newest third_oldest third_party third_person three_day three_dimensional
    three_fifths three_fourths three_month three_quarters three_story three_year time_averaged
    time_series top_flight top_ranked tradesmen_could tremble_sons twenty_first twenty_four
    twenty_three under_water under_world upper_case urban_flavored value_based vice_presidential
    watch_dog water_falls water_filled web_based web_site web_sites weight_lifting well_being
    well_developed well_documented well_established well_known white_majority wicket_keeper
    wild_fire wild_fires work_day work_load work_place working_class world_wide worst_case year_end
    year_round yellow_green
    """.split()
)

# Known in small letters. A word that is not here was misspelt, or is a rare one.
WORDS = frozenset(
    """
    a aardvark abaci aback abacus abacuses abandon abandoned abandoning abandonment abate abbey
    abbot abbr abbreviated abbreviation abdicate abdication abdomen abdominal abduct abducted
    abduction aberration abet abhor abhorrence abhorrent abide abided abiding abilities ability
    abject abjure ablaze able abnegation abnormal abnormalities abnormality abnormally aboard abode
    abolish abolished abolishes abolishing abolition abolitionist aboriginal aborigines abort
    aborted abortion abortive abound about above abrasions abrasive abreast abridge abridged abroad
    abrogate abrogated abrogation abrupt abruptly abscess abscond absence absent absented absentee
    absenteeism absinthe absolute absolutely absolution absolutism absolve absorb absorbed
    absorbing absorption abstain abstained abstaining abstention abstinence abstract abstracted
    abstraction abstractness abstruse absurd absurdity abundance abundant abundantly abuse abused
    abusive abutments abuts abutted abutting abysmal abyss abysses acacia academia academic
    academical academically academies academy accede acceded accelerate accelerated accelerating
    acceleration accelerator accent accentuated accept acceptability acceptable acceptance accepted
    accepting access accessed accesses accessibility accessible accessing accession accessioned
    accessories accessory accident accidental accidentally acclaim acclaimed acclamation acclimates
    accolade accommodate accommodating accommodation accompanied accompanies accompaniment
    accompany accompanying accomplice accomplish accomplished accomplishing accomplishment accord
    accordance accorded according accordingly accordion accost accosted account accountability
    accountable accountant accounted accounting accredit accreditation accredited accretion accrual
    accrue accrued accumulate accumulated accumulating accumulation accuracy accurate accurately
    accursed accusation accuse accused accuser accusing accustom accustomed ace acetaminophen
    acetate acetic acetone ache achieve achieved achievement achievers achieving aching acid acidic
    acidity acknowledge acknowledged acknowledgement acknowledging acknowledgment acme acne acorn
    acoustic acoustical acoustically acquaint acquaintance acquainted acquainting acquiesced
    acquiesces acquire acquired acquiring acquisition acquit acquittal acquitted acre acreage acrid
    acrimony acrobat acronym across acrylic act acted acting action actionable activate activated
    activating activation active actively activism activist activities activity actor actress
    actresses actual actuality actualizing actually actuarial actuary actuate acuity acumen
    acupuncture acute acutely ad adage adamant adapt adaptable adaptation adapted adapting adaptive
    adaptor add added addendum addict addicted addiction addictive adding addition additional
    additionally additive address addressable addressed addresses addressing adept adequacy
    adequate adequately adhere adhered adherence adherent adhesion adhesive adipose adjacent
    adjectival adjective adjoin adjoined adjoining adjourn adjourned adjudged adjudges adjudicate
    adjudicated adjudication adjudicators adjunct adjust adjustable adjusted adjuster adjusting
    adjustment admin administer administered administering administration administrative
    administratively administrator admirable admirably admiral admiration admire admired admirer
    admiring admissibility admissible admission admit admittance admitted admittedly admitting
    admonish admonished ado adobe adolescence adolescent adopt adopted adopting adoption adoptive
    adoration adore adored adorn adorned adornment adrenal adrenaline adrift adroit adroitness ads
    adulation adult adultery adulthood adumbrate advance advanced advancement advancing advantage
    advantaged advantageous advantageously advent adventure adventurer adventurous adverb
    adversarial adversaries adversary adverse adversely adversities adversity advert advertise
    advertised advertisement advertisers advertising advice advisable advise advised adviser
    advising advisor advisory advocacy advocate advocated advocating aeon aerial aerobic
    aerodynamic aeronautical aeronautics aeroplane aerosol aerospace aesthetic aesthetically afar
    affair affect affected affecting affection affectionate affectionately affidavit affiliate
    affiliated affiliation affinities affinity affirm affirmation affirmative affirmatively
    affirmed affirming affix affixed affixes affixing afflict afflicted affluent afford affordable
    afforded affording affront afghan aficionado afield aflame afloat afoot aforementioned
    aforesaid aforethought afraid afresh aft after afterlife aftermath afternoon aftershocks
    afterward again against agate agave age aged ageing agencies agency agenda agent agglomeration
    agglutination aggravated aggravating aggravation aggregate aggregated aggregation aggression
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
    alit alive alkali alkalies alkaline all allay allegations allege alleged allegedly allegiance
    alleging allegorical allegory allele allergen allergic allergies allergy alleviate alleviated
    alleviating alley alleyways alliance allies alligator alliteration allocate allocated
    allocating allocation allot allotments allotted allow allowable allowance allowed allowing
    alloy allspice allude alluded allure allusion alluvial ally almanac almanack almighty almond
    almost alms aloe aloft aloha alone along alongside aloof aloofness aloud alpaca alpha alphabet
    alphabetic alphabetical alphabetically alphanumeric alpine already alright also alt altar alter
    alteration altercation altered altering alternate alternated alternately alternating
    alternative alternatively alternator altho although altimeter altitude alto altogether altruism
    altruistic alum aluminium aluminum alumna alumni alumnus alveolar always am amalgamated
    amalgamation amaranth amass amassed amasses amassing amateur amaze amazing amazingly amazons
    ambassador amber ambiance ambience ambient ambiguities ambiguity ambiguous ambiguously ambition
    ambitious ambivalence ambivalent amble ambrosia ambulance ambush ambushed ambushes ameba amebae
    amen amenable amend amended amending amendment amenities amenity amethyst amiable amicably amid
    amidst amigos amino amir amiss amity ammeter ammo ammonia ammunition amnesia amnesiac amnesty
    amniocentesis amoeba amoebae amok among amongst amoral amorous amortization amortize amortized
    amount amounted amounting amp ampere amphetamine amphibian amphibious amphitheater amphitheatre
    ample amplification amplified amplifier amplify amplitude amply ampoule amputate amputations
    amt amuck amulet amuse amused amusement amusing an anachronism anachronistic anaconda anaemia
    anaemic anaerobic anaesthesia anagram anal analgesia analgesic analog analogies analogous
    analogue analogy analyse analysed analysing analysis analyst analytic analytical analyze
    analyzed analyzing anarchic anarchism anarchist anarchy anathema anatomic anatomically
    anatomist anatomy ancestor ancestral ancestry anchor anchorage anchored anchoring anchorman
    anchovy ancient ancillary and androgen android anecdota anecdotal anecdote anemia anemic
    anemometer anesthesia anesthesiologists aneurysm anew angel angelic anger angered angering
    angioplasty angiosperms angle angled anglers angling angora angrily angry angst anguish angular
    ani animal animate animated animation animator anime animus anion anise aniseed ankle annals
    annealed annex annexation annexed annexes annihilate annihilated annihilation anniversaries
    anniversary annotate annotated annotation announce announced announcement announcer announcing
    annoy annoyance annoyed annoying annual annually annuity annul annulled anode anoint anointed
    anomalous anon anonymity anonymous anonymously anorak anorexia another answer answered
    answering ant antacid antagonising antagonisms antagonist antagonistic anteater antecedent
    antelope antenna antennae anterior anthem anthill anthologies anthology anthrax anthropological
    anthropologist anthropology anthropomorphic anti antiabortion antibiotic antibodies antibody
    antic anticipate anticipated anticipating anticipation anticipatory anticyclone antidepressant
    antidote antigen antimatter antimony antiparticle antiquarian antique antiquities antiquity
    antiseptic antisocial antitrust antiviral antiwar antler antonym anus anuses anvil anxiety
    anxious anxiously any anybody anyhow anymore anyone anyplace anything anytime anyway anywhere
    aorta aortae apart apartheid apartment apathetic apathy ape aperture apex apexes aphasia
    aphelion aphorism aphrodisiac apices apiece aplomb apocalypse apogee apolitical apologia
    apologized apologizing apology apoptosis apostle apostolic app appal appall apparatus apparel
    apparent apparently appeal appealed appealing appear appearance appeared appearing appease
    appeasement appellant appellate appellation append appendices appendix appertain appertaining
    appetite applaud applauded applause apple applesauce appliance applicability applicable
    applicant application applied applies apply applying appoint appointed appointees appointing
    appointive appointment apportion apportioned apportioning apportionment apposite apposition
    appositive appraisal appraise appraised appraiser appreciable appreciate appreciated
    appreciating appreciation apprehend apprehended apprehension apprehensive apprentice
    apprenticed apprenticeship approach approached approaches approaching approbation appropriate
    appropriated appropriately appropriateness appropriating appropriation approval approve
    approved approving approx approximate approximated approximately approximating approximation
    apricot apron apt aptitude aqua aquaculture aquamarine aquaria aquarium aquatic aqueduct
    aqueous aquifers arable arbiter arbitrarily arbitrary arbitrate arbitration arbitrator arbor
    arboreal arbour arc arcade arcane arch archaeological archaeologist archaeology archaic
    archangel archbishop archbishopric archdiocese archduke archenemy archeological archeologist
    archer archery arches archetypal archetype arching archipelago architect architectural
    architecturally architecture archive archived archway arcing ardent ardor ardour arduous are
    area arena argon arguably argue argued arguing argument argumentation argumentative aria arid
    arise arisen arising aristocracy aristocrat aristocratic arithmetic ark arm armada armadillos
    armament armature armchair armed armies armistice armor armored armories armory armour armoury
    armpit armrests army aroma aromatic arose around arousal arouse aroused arousing arraign
    arraigned arraignment arrange arranged arrangement arranger arranging array arrears arrest
    arrested arresting arrival arrive arrived arriving arrogance arrogant arrow arrowheads arroyo
    arse arsenal arsenic arson art artefact arterial arteries artery artful arthritic arthritis
    arthropod article articulate articulated articulation artifact artifice artificer artificial
    artificially artillery artisan artist artistic artistically artistry artwork as asbestos ascend
    ascendancy ascended ascending ascension ascent ascertain ascertained ascertaining ascetic
    asceticism ascot ascribe ascribed aseptic asexual ash ashcan ashen ashes ashore ashram ashtray
    aside ask askance asked askew asking asleep aspartame aspect aspen asphalt asphalted asphyxia
    asphyxiating aspirant aspirate aspirated aspiration aspire aspired aspirin aspiring ass assail
    assailant assailed assassin assassinated assassination assault assaulted assay assemblages
    assemble assembled assemblies assembling assembly assemblyman assent assented assert asserted
    asserting assertion assertive asses assess assessed assesses assessing assessment assessor
    asset assign assigned assigning assignment assimilate assimilated assimilating assimilation
    assist assistance assistant assisted assisting associate associated associating association
    associative assort assorted assortment assume assumed assuming assumption assurance assure
    assured assuredly asterisk asteroid asters asthma asthmatic astigmatic astigmatism astonish
    astonishing astonishment astound astounding astray astride astringency astringent astrological
    astrology astronaut astronomer astronomical astronomically astronomy astrophysicists astute
    asunder asylum asymmetric asymmetrical asymmetrically asymmetry asymptomatic asymptotically
    asynchronous at ate ateliers atheism atheist atherosclerosis athlete athletic athletically
    atlas atlases atmosphere atmospheric atoll atom atomic atone atonement atop atria atrium
    atrocities atrocity atrophy attach attached attaching attachment attack attacked attacker
    attacking attain attainable attained attaining attainment attar attempt attempted attempting
    attend attendance attendant attended attendees attending attention attentive attenuated
    attenuation attestation attested attesting attests attic attire attitude attorney attract
    attracted attracting attraction attractive attractiveness attributable attribute attributed
    attributing attribution atty atypical atypically auburn auction auctioneer audacious audacity
    audible audience audio audiophiles audit audited auditing audition auditioned auditor
    auditorium auditory auger aught augment augmentation augmented aunt aura aurae aural auspices
    auspicious auspiciousness austere austerity authentic authenticate authenticated authenticating
    authentication authenticity author authored authoring authorisation authorised authoritarian
    authoritative authorities authority authorization authorize authorized authorizing autism
    autistic auto autobiographical autobiography autocracy autocrat autocratic autograph autoimmune
    automata automate automated automatic automatically automating automation automobile automotive
    autonomic autonomous autonomously autonomy autopsy autumn autumnal auxiliary avail availability
    available avalanche avarice avatar avenge avenger avenging avenue average averaged averaging
    averse aversion avert avian aviary aviation aviator avid avionics avocado avoid avoidable
    avoidance avoided avoiding avow avowal avowed aw await awaiting awake awaken awakened awakening
    award awarded awarding aware awareness away awe awesome awful awfully awhile awkward awl
    awnings awoke awoken awry ax axe axed axial axiom axiomatic axis axle axolotl axon ay aye
    azalea azimuth azure baa babble babbling babe babies baboon babushka baby babyish babysat
    babysit babysitter babysitting baccalaureate bachelor bacillus back backbone backcountry
    backdrop backed backend backer backfire backgammon background backhand backing backlash backlog
    backpack backpackers backpacking backpropagation backside backstage backstory backstroke backup
    backward backwardness backwater backyard bacon bacteria bacterial bacteriologist bacteriology
    bacterium bad bade badge badger badly badminton badness baffle baffled bag bagel baggage bagged
    bagging baggy bagpipe bail bailed bait bake baked baker bakeries bakery baking balalaika
    balance balanced balancing balconies balcony bald balderdash balding bale baling balk ball
    ballad ballast ballerina ballet ballistic balloon ballot ballpark ballroom balm balmy baloney
    bamboo ban banal banana band bandage bandaging bandana bandanna banded bandies banding bandit
    banditti bandwagon bandwidth bandy bang banged banging bangles bani banish banished banishes
    banister banjo banjoes banjoist bank banked banker banking banknote bankrupt bankruptcies
    bankruptcy banned banner banning bannister banquet banshee bantamweight banyan baptise baptised
    baptism baptistry baptists baptize baptized bar barb barbacoa barbarian barbaric barbarism
    barbarity barbarous barbecue barbecuing barbed barbell barbeque barber barbiturates bard bare
    bareback bared barefoot barely bargain bargained bargaining barge barista baritone bark barker
    barking barley barman barn barnacle barney barnyard barometer barometric baron baroness baronet
    baroque barracks barracuda barrage barred barrel barren barrette barrier barring barrister
    barroom barrow bartender barter bartered bartering basal basalt base baseball based baseline
    baseman basement baseness basest bash bashes bashful basic basically basil basilica basin
    basing basis bask basket basketball basking bass basses bassist bassoon bastard baste bastion
    bat batch batches bates bath bathe bathed bathers bathing bathrobe bathroom bathtub baton
    batsman batsmen battalion batted batter batteries battery batting battle battled battlefield
    battleground battleship battling baud baulk bawdy bawl bay bayonet bayou bazaar bazookas be
    beach beachcombers beaches beacon bead beady beagle beak beaker beam bean beanstalk bear beard
    bearded bearer bearing beast beastly beat beaten beater beatified beating beatitude beauties
    beautification beautified beautiful beautifully beautify beautifying beauty beaver bebop became
    because beckon beckoning become becoming bed bedbug bedding bedlam bedridden bedrock bedroom
    bedside bedtime bee beech beeches beef beefy beehive been beer beeswax beet beetle beeves
    befall befallen befell befit before beforehand befriend befriended beg began beggar begged
    begging begin beginner beginning begonia begrudge beguile begun behalf behalves behave behaved
    behaving behavior behavioral behaviour behavioural behead beheld behemoth behest behind behold
    behooves beige being belabor belabour belated belay belch belches beleaguered belfries belfry
    belie belief believable believe believed believer believing belittle bell bellboy belle bellhop
    bellies belligerent bellow belly belong belonged belonging beloved below belt bemoan bemuse
    bench benches benchmark bend bending beneath benedictions benefactor beneficence beneficent
    benefices beneficial beneficially beneficiaries beneficiary benefit benefited benefiting
    benefitted benevolence benevolent benighted benign bent benzene bequeath bequeathed bequest
    berated berating bereave bereaved bereavement bereft beret berg berries berry berserk berth
    beryl beryllium beseech beset beside besiege besieged besought best bestial bestow bestowed
    bestowing bestseller bestselling bet beta betake betcha betray betrayal betrayed betrothed
    better bettered betterment betting bettor between beverage beware bewitch beyond bff bi bias
    biased biases biathlon bib bibles biblical bibliographic bicameral bicentennial bicep bicycle
    bicycling bid bidden bidder bidding bide bidirectional biennial biff bifocals bifurcated
    bifurcation big bigamist bigamous bigamy bigger biggest bighorn bigot bigotry bike biked biking
    bikini bilateral bilaterally bile bilingual bill billboard billed billfold billiards billing
    billion billionaire billionth billow bin binaries binary bind binder binding binge bingeing
    binging bingo binocular binomial biochemical biochemist biochemistry biodiversity biographer
    biographical biographies biography biological biologically biologist biology biomarkers biomass
    biome biomedical biopsies biopsy biosphere biotechnology bipartite biped bipedal biplane
    bipolar birch birches bird birdcage birdie birdied birdwatchers birth birthday birthplace
    birthstone biscuit bisect bisected bisexual bishop bishopric bismuth bison bistro bit bitch
    bitches bitcoin bite biting bitmap bitten bitter bitterly bittern bitterness bivalve biweekly
    bizarre blab black blackberries blackberry blackbird blackboards blacken blackish blacklist
    blackmail blackout blacktop bladder blade blame blamed blaming blanch blanches bland blank
    blanket blanketed blanking blare blaring blasphemy blast blatant blatantly blaze blazer bleach
    bleaches bleaching bleak bleary bleat bled bleeding bleeds blemish blend blended blender
    blending blent bless blessed blesses blessing blew blight blighted blimp blind blinded
    blindfold blinding blindly blindness blink blinking blip bliss blissful blister blithe blitz
    blitzes blizzard bloat bloated bloating blob bloc block blockade blockading blockage
    blockbuster blockchain blocked blocking blog blogger blond blonde blood bloodhound bloodies
    bloodiest bloodless bloodshed bloodstream bloody bloom bloomed blossom blossoming blot blotch
    blotches blotter blouse blow blowing blown blowout bludgeon blue bluebell blueberries blueberry
    bluebird bluegrass bluejay blueprint bluff bluffing bluish blunder blunt blur blurb blurred
    blurring blurry blurt blush blushes blvd boa boar board boarded boarding boardwalk boast
    boaster boastful boasting boat boater boating boba bobbies bobbin bobbing bobcat bobs bobsleds
    bobtail bobwhite bode bodice bodies bodily body bodybuilding bodywork bog boga bogey bogged
    boggle bogus bohemian boil boiled boiler boilerplate boiling boisterous bold boldly bologna
    boloney bolster bolstered bolstering bolt bolted bomb bombard bombarded bombardment bombast
    bombed bomber bombing bombshell bond bondage bonded bonding bone boney bonfire bongo bonnet
    bonnie bonus bonuses bony boo booby boogie book bookcase booked bookend booking bookkeeper
    bookkeeping booklet bookmark bookseller bookshelf bookshop bookstore bookworm boom boomed
    boomerang boon boor boorish boost boosted booster boosting boot bootblacks bootee booth bootie
    booting bootleg bootstrap booty booze boozer bop border bordered bordering borderline bore
    bored boredom borer boring born borne boron borough borrow borrowed borrower borrowing bosh
    bosom bosons boss bosses bossy bot botanical botanist botany botch botches both bother bothered
    bottle bottled bottleneck bottling bottom bough bought boulder boulevard bounce bounced bouncer
    bouncy bound boundaries boundary bounded bounding boundless bounties bounty bouquet bourbon
    bourgeois bourgeoisie bout boutique bovine bow bowed bowel bower bowing bowl bowled bowler
    bowling bowsprit box boxcar boxed boxer boxes boxing boxwood boy boycott boycotting boyfriend
    boyhood boyish bozo bra brace bracelet bracket bracketed brackish bract brag braggart bragged
    braid braiding brain brainchild brainstorm brainstorming brainteasers brainwashing brainy
    braise braising brake braking brambles bran branch branched branches brand branded brandies
    branding brandish brandishing brandy brash brass brasses brassiere brassy brat bravado brave
    bravery braving bravo brawl brawn brawny bray brazen brazier breach breached breaches breaching
    bread breadth breadwinner break breakage breakdown breaker breakfast breaking breakthrough
    breakup breast breaststroke breath breathe breathing bred breed breeder breeding breeze breezy
    brethren brevity brew brewed brewer breweries brewery brewing bribe bribed bribery bribing
    brick bricked bricklayer bridal bride bridge bridging bridle bridled brief briefcase briefly
    brigade brigantine bright brighten brightening brighter brightest brightly brightness
    brilliance brilliant brilliantly brim brine bring bringing brink brinkmanship briny brisk
    brisket briskly bristle britches brittle broach broaches broaching broad broadband broadcast
    broadcasted broadcaster broadcasting broaden broadened broadening broader broadest broadly
    brocade broccoli brochure broil broiled broilers broke broken broker brokerage brokered
    brokering bromine bronchi bronchitis broncho bronchus bronco bronze brooch brooches brood
    brooder brook broom broth brothel brother brotherhood brought brow browbeat brown brownie
    browning brownish brownstone browse browsed browser bruin bruise bruised bruising brunch
    brunches brunette brunt brush brushed brushes brushing brusk brusque brutal brutality
    brutalized brute brutish bubble bubbling bubbly buccaneers buck bucket buckle bud buddies buddy
    budge budget budgetary budgeted budgie buff buffalo buffer buffered buffering buffet buffoon
    bug buggies buggy bugle build builder building buildup built bulb bulbous bulge bulging bulimia
    bulk bulkhead bulkier bulky bull bulldog bulldoze bulldozer bullet bulleted bulletin
    bulletproof bullfighter bullfighting bullfights bullfrog bullied bullies bullion bullock
    bullring bully bullying bum bumble bumblebee bumbling bummer bump bumped bumper bumpy bun bunch
    bunches bundle bundled bundling bung bungalow bungle bunion bunk bunker bunnies bunny buoy
    buoyancy buoyant buoyed bur burble burden burdened burdening burdensome bureau bureaucracies
    bureaucracy bureaucrat bureaucratic bureaux burg burgeoning burger burghers burglar burglarize
    burglarized burglarizing burglary burgle burial buried buries burlap burlesque burly burn
    burned burner burning burnish burnout burnt burp burpees burr burrito burro burrow burrowing
    bursar burst bursting bury bus busby buses bush bushel bushes bushfires bushing bushy busier
    busies busiest busily business businesses businessman businessmen businesswoman buss bust
    busted buster busting bustle busy busybody busywork but butane butch butcher butchery butler
    butt butte butter butterflies butterfly butternut butterscotch buttery buttock button buttress
    buttressed buttresses buxom buy buyer buying buyout buzz buzzard buzzed buzzer buzzes buzzing
    by bye bygone bylaw bypass bypasses bypassing bypast bystander byte byway byword ca cab cabaret
    cabbage cabin cabinet cable caboose cacao cache cachet cackle cacti cactus cactuses cad cadaver
    caddie caddy cadence cadet cadmium cadre caduceus cafe cafeteria caffeinated caffeine cage
    caged cagey cagy cairns cajole cake calamities calamity calcified calcite calcium calculate
    calculated calculating calculation calculator calculi calculus calendar calf caliber calibre
    calico calicoes caliper caliph caliphate calk calkings call called caller calligraphy calling
    callous calloused callousness callow callus calluses calm calmed calming calmness caloric
    calorie calumny calve cam camaraderie cambium came camel cameo camera camouflage camp campaign
    campaigned campaigners campaigning campanile camped camper campfire campgrounds camping
    campsite campus campuses camshafts can canal canaries canary cancel canceled canceling
    cancellation cancelled cancelling cancer candid candidacy candidate candidly candied candies
    candle candor candour candy cane canine cannabis canned canneries cannery cannibal cannibalism
    cannibalistic cannibalized canning cannon cannonball cannot canny canoe canoed canoeing canon
    canonical canonization canopies canopy cantaloupe canted canteen cantilever cantilevered canton
    cantor cantos canvas canvases canvass canyon cap capabilities capability capable capably
    capacitance capacities capacitor capacity cape capillaries capillary capita capital
    capitalisation capitalism capitalist capitalization capitalize capitalized capitalizing capitol
    capitulate capitulation capped capping cappuccino caprice capricious capsize capsule captain
    captaincy captained captaining caption captive captivity captor capture captured capturing
    capybaras car caramel carapace carat caravan carbide carbine carbohydrate carbon carbonate
    carbonated carbonation carbs carcass carcinogenic carcinogens carcinoma card cardboard carded
    cardiac cardigan cardinal cardio cardiologist cardiology cardiopulmonary cardiovascular care
    cared career carefree careful carefully caregiver careless carelessly caress caresses caretaker
    cargo cargoes caribou caries carillon caring carmine carnage carnal carnation carnival
    carnivore carnivorous carol caroling carom carotid carouse carousel carp carpal carpenter
    carpentry carpet carpeted carpeting carpi carport carriage carried carrier carries carrion
    carrot carry carrying cart cartel cartilage cartilaginous cartographer carton cartoon
    cartoonist cartridge carve carved carver carving caryatids cascade cascading case casein cash
    cashback cashed cashes cashew cashier cashmere casing casino cask casket cassava cassette
    cassino cast castaway caste caster castigate casting castle castling castoff castrate castrated
    castration casual casually casualties casualty cat cataclysm catacombs catalog catalogue
    catalogued catalysis catalyst catalytic catalyzed catalyzing catamaran catapult cataract
    catastrophe catastrophic catatonic catcall catch catcher catches catching catchment catchphrase
    catchup catchy catechism categorical categories categorise categorised categorization
    categorize categorized categorizing category cater catered caterer catering caterpillar catfish
    catgut catharsis cathartic cathedral catheter cathode cation catnap catnip catsup cattle
    catwalk caucus caucuses caudal caught cauldron cauliflower caulk causal causality causally
    causation causative cause caused causeway causing caustic caution cautionary cautioned cautious
    cavalier cavalry cave caveat cavern caviar caviare caving cavities cavity cavort caw cayenne cc
    cease ceased ceasing cedar cede ceded ceiling celebrate celebrated celebrating celebration
    celebrities celebrity celery celestial celibacy celibate cell cellar celli cellist cello
    cellophane cellphone cellular cellulose cement cemented cemeteries cemetery censer censor
    censored censoring censorship censure census censuses cent centaur centenarian centenary
    centennial center centered centerpiece centimeter centimetres centipede central centralised
    centralization centralized centralizing centrally centre centred centrepiece centrifugal
    centripetal centrist centuries centurion century ceramic cereal cerebellum cerebral cerebrum
    ceremonial ceremonies ceremoniously ceremony certain certainly certainty certificate
    certification certified certify cerulean cervical cervix cesarean cessation cession cf ch chad
    chafe chaff chagrin chain chained chaining chainsaw chair chaired chairlifts chairman chairmen
    chairperson chairwoman chalet chalice chalk chalkboard chalky challenge challenged challenger
    challenging chamber chamberlain chamomile champ champagne champion championed championing
    championship chance chancel chancellor chandelier chandler change changed changing channel
    channeled chant chanted chanting chaos chaotic chap chapel chaperon chaperone chaplain chapt
    chapter char character characterisation characterised characteristic characterization
    characterize characterized characterizing charade charcoal charge charged charger charging
    chariot charisma charismatic charitable charitably charities charity charm charming charred
    chart charted charter chartered chartering charting chase chased chasing chasm chassis chaste
    chasten chastise chastity chat chatbot chattel chatter chattering chatting chatty chauvinism
    cheap cheapen cheaper cheapest cheat cheating check checkbook checked checker checking
    checklist checkmate checkmating checkout checkpoint checkup cheddar cheek cheep cheer cheered
    cheerful cheerfully cheerfulness cheering cheerleader cheery cheese cheeseburger cheesecake
    cheesecloth cheetah chef chem chemical chemically chemist chemistry chemotherapy cheque cherish
    cherished cherries cherry cherub cherubim chess chessboard chest chestnut chevron chew chewing
    chewy chi chic chick chicken chickenpox chickpeas chickweed chicory chid chidden chide chief
    chiefly chieftain chiffon child childbearing childbirth childcare childhood childish childless
    children chiles chili chilies chill chilled chilli chillies chilling chime chimera chiming
    chimney chimp chimpanzee chin chinchilla chink chino chintz chip chipmunk chipped chiropractic
    chiropractors chirp chisel chitin chivalrous chivalry chives chloride chlorine
    chlorofluorocarbon chloroform chloroformed chlorophyll chloroplasts chocolate choice choicest
    choir choke choked cholera cholesterol choose choosey choosing choosy chop chopped chopper
    chopping choppy chopsticks choral chord chore choreographed choreographer choreography chortle
    chorus choruses chose chosen chow chowder christen christened chromatic chrome chromium
    chromosome chronic chronically chronicle chronicled chronicler chronicling chronological
    chronologically chronology chrysalis chrysanthemum chubby chuck chuckle chug chum chummy chunk
    chunky church churches churchyard churlish churn chute ciabatta cicadas cider cigar cigaret
    cigarette cilantro cilia cinch cinched cinches cinder cinema cinematic cinematographer
    cinematography cinnamon cipher circa circadian circle circling circuit circuitous circuitry
    circular circulated circulates circulating circulation circulatory circumference circumnavigate
    circumnavigation circumstance circumstantial circumvent circumvented circumventing circus
    circuses cirrhosis cirrus cis cistern citadel citation cite cited cities citing citizen
    citizenship citric citrus citruses city civic civil civilian civilisation civilise civility
    civilization civilize civilized civilizing clack clad claim claimants claimed claiming clam
    clammy clamor clamour clamp clamping clan clandestine clang clanging clank clap clapboard
    clapboarded clapped clapper clapping claptrap claret clarification clarified clarifies clarify
    clarifying clarinet clarion clarity clash clashed clashes clashing clasp class classed classes
    classic classical classically classification classified classifier classifies classify
    classifying classing classless classmate classroom classy clause claustrophobia claw clay clean
    cleaned cleaner cleanest cleaning cleanliness cleanly cleanse cleanser cleansing cleanup clear
    clearance cleared clearer clearest clearing clearinghouses clearly cleat cleavage cleave
    cleaved cleaver cleaving clef cleft clemency clement clench clenched clenches clergies clergy
    clergyman cleric clerical clerk clerked clever click clickbait clicking client cliff
    cliffhanger clii climate climatic climax climaxes climb climbed climber climbing clime clinch
    clinches clinching clinging clings clinic clinical clinically clinicians clink clinking clip
    clipped clippers clipt clique clitoral clitoris clix cloak cloaking cloakroom clock clocked
    clockwise clod clog clogged clone cloned cloning close closed closely closer closest closet
    closing closure clot cloth clothe clothed clothing cloture cloud cloudburst clouded cloudiest
    cloudy clout clove cloven clover clown club clubbing clubhouse cluck clucking clue clueless
    clump clumped clumsier clumsiness clumsy clung cluster clustered clustering clutch clutches
    clvi clvii clxi clxii clxiv clxix clxvi clxvii cm co coach coached coaches coaching coagulation
    coal coalesce coalesced coalition coarse coarsen coarseness coast coastal coaster coastline
    coat coated coating coauthored coax coaxes coaxing cob cobalt cobble cobra cobweb cocaine cocci
    coccus cochlea cock cockades cockatoo cockerel cockney cockpit cockroach cockroaches cocktail
    cocky cocoa cocoanut coconut cocoon cod code coded codeine codex codicils codification codified
    codify coding codon coed coeducational coefficient coerce coerced coercing coercion coercive
    coexist coexisted coexistence coffee coffeehouse coffeepot coffin cog cogency cogent cognac
    cognate cognition cognitive cognizant cogwheel cohabitation cohabited coherence coherent
    coherently cohesion cohesive cohesiveness cohort coil coin coinage coincide coincided
    coincidences coincident coinciding coined coining coke col cola cold colder coldest coldness
    coleslaw colic coliseum collaborate collaborated collaborating collaboration collaborative
    collaborator collage collapse collapsed collapsible collapsing collar collared collate
    collateral colleague collect collected collectible collecting collection collective
    collectively collector colleen college collegian collegiate collide collided colliding collie
    colliers collision colloid colloquial colloquially collusion collusive cologne colon colonel
    colones colonial colonialism colonies colonise colonised colonists colonization colonize
    colonized colonizing colonoscopy colony color coloration colored colorful coloring colorless
    colossal colossus colour coloured colourful colt column columnist coma comb combat combatant
    combating combination combine combined combining combo combustion come comeback comedian
    comedic comedies comedy comet comfort comfortable comfortably comforted comforter comforting
    comic comical coming comity comm comma command commandant commanded commandeered commander
    commanding commando commemorate commemorated commemorating commemoration commemorative commence
    commenced commencement commencing commend commendable commendation commended comment
    commentaries commentary commentated commentator commented commenting commerce commercial
    commercialize commercialized commercially commingle commission commissioned commissioner commit
    commitment committed committee committing commodities commodity commodore common commoners
    commonest commonly commonplace commonwealth communal commune communicable communicants
    communicate communicated communicating communication communicative communicator communion
    communique communism communist communities community commutative commute commuter commuting
    compact compacted compactness companies companion companionship company comparability
    comparable comparative comparatively compare compared comparing comparison compartment
    compartmentalized compass compassion compatibility compatible compatriot compel compelled
    compelling compendium compensate compensated compensating compensation compensatory compete
    competed competence competencies competency competent competently competing competition
    competitive competitiveness competitor compilation compile compiled compiler compiling
    complacency complain complainant complained complaining complaint complaisant complement
    complementary complemented complete completed completely completing completion complex
    complexes complexions complexities complexity compliance complicate complicated complicating
    complication complied complies compliment complimentary complimenting comply complying
    component comports compose composed composer composing composite composition compost composted
    composure compound compounded compounding comprehend comprehension comprehensive compress
    compressed compresses compressing compression compressors comprise comprised comprising
    compromise compromised compromising compulsion compulsive compulsory computation computational
    computationally compute computed computer computerized computing comrade con concatenate
    concatenation concave conceal concealed concealing concealment concede conceded conceding
    conceit conceive conceived conceiving concentrate concentrated concentrating concentration
    concentric concept conception conceptual conceptualization conceptualize conceptualized
    conceptually concern concerned concerning concert concerted concerti concerto concession
    concessionaire conch conciliate concise conclave conclude concluded concluding conclusion
    conclusive conclusively concoct concocted concomitant concord concordance concrete concubines
    concur concurrency concurrent concurrently concussion condemn condemnation condemned condemning
    condensation condense condensed condenser condiment condition conditional conditionally
    conditioned conditioner conditioning condo condom condominium condone condor conducive conduct
    conducted conducting conduction conductive conductivity conductor conduit cone confection
    confectionery confederacy confederate confederation confer conference conferencing conferred
    conferring confess confessed confesses confession confessor confetti confidant confide confided
    confidence confident confidential confidentiality confidently configurable configuration
    configure configured confine confined confinement confining confirm confirmation confirmed
    confirming confiscate confiscated confiscating conflict conflicted conflicting confluence
    conform conformation conformed conforming conformity confound confounded confounding confront
    confrontation confrontational confronted confronting confuse confused confusing confusion conga
    congeal congenial congenital congestion congestive congests conglomerate congratulated
    congratulates congratulation congregation congregational congress congresses congressional
    congressman congruence congruent conic conical coniferous conjectural conjecture conjoined
    conjugal conjugate conjugation conjunction conjunctivitis conjure connect connected connecting
    connection connective connectivity connector conning connotation connote conquer conquered
    conquering conqueror conquest conquistador consanguinity conscience conscientious
    conscientiousness conscious consciously consciousness conscript conscripted conscription
    consecrated consecration consecutive consecutively consensual consensus consent consented
    consenting consequence consequent consequential consequently conservation conservationist
    conservatism conservative conservator conservatory conserve conserved consider considerable
    considerably consideration considered considering consign consigned consignment consist
    consisted consistency consistent consistently consisting consolation console consolidate
    consolidated consolidating consolidation consoling consonant consort consortium conspicuous
    conspiracy conspiratorial conspire conspired conspiring constable constabulary constancy
    constant constantly constellation constipation constituencies constituency constituent
    constitute constituted constituting constitution constitutional constitutionality
    constitutionally constrain constrained constraint constrict constricted constriction construct
    constructed constructing construction constructive constructively constructivism constructivist
    constructor construe construed consul consular consulate consult consultancies consultancy
    consultant consultation consultative consulted consulting consume consumed consumer consumerism
    consuming consummated consummation consumption contact contacted contacting contagion
    contagious contain contained container containing containment contaminant contaminate
    contaminated contaminating contamination contemplate contemplated contemplating contemplation
    contemporaneous contemporaries contemporary contempt contend contended contender content
    contention contentious contentment contest contestant contested contesting context contextual
    contiguous continent continental contingencies contingency contingent continual continually
    continuance continuation continue continued continuing continuity continuous continuously
    continuum contort contour contoured contraband contraception contraceptive contract contracted
    contractile contracting contraction contractor contractual contractually contradict
    contradicted contradicting contradictions contradictory contraptions contrary contrast
    contrasted contrasting contribute contributed contributing contribution contributor
    contributory contrite contrivance contrive control controlled controller controlling
    controversial controversially controversies controversy controverting contusions conundrum
    conurbation convalescence convalescent convection convene convened convenience convenient
    convening convent convention conventional conventionally converge converged convergence
    convergent converging conversant conversation converse conversed conversely conversing
    conversion convert converted converter convertible converting convex convey conveyance conveyed
    conveying convict convicted conviction convince convinced convincing convocation convolution
    convolutional convoy convulse convulsions coo cook cookbook cooked cooker cookeries cookery
    cookie cooking cookout cooky cool coolant cooled cooler coolest cooling coon coop cooper
    cooperate cooperated cooperating cooperation cooperative coordinate coordinated coordinating
    coordination coordinator coot cop cope copied copier copies copilot coping copious copper
    copperhead copulate copy copycat copying copyleft copyright copyrighted coral cord cordial
    cordless cordon corduroy core coriander coring cork corkscrew corn cornbread cornea corned
    corner cornerback cornered cornerstone cornet cornice cornmeal cornucopia corny corolla
    corollary corona coronary coronation coronavirus coronaviruses corp corpora corporal corporate
    corporation corporeal corpse corpus corral correct corrected correction correctional corrective
    correctly correctness correlate correlated correlating correlation correspond corresponded
    correspondence correspondent corresponding corridor corroborate corroborating corroboration
    corrode corrosion corrosive corrugated corrupt corrupted corrupting corruption corsage corset
    cortex cortical cosies cosigned cosmetic cosmic cosmological cosmology cosmonaut cosmopolitan
    cosmos cosmoses cost costing costliest costly costume cosy cot cottage cotton cottonmouth
    cotyledons couch couches cougar cough coughed coughing could council councillor counsel
    counseled counseling counselling counselor count countably countdown counted countenance
    counter counteract counterattack counterbalance counterclaim counterclaimed counterclockwise
    counterculture countered counterexample counterfeit counterfeiters countering counteroffer
    counterpart counterrevolutionaries counterrevolutionary countess counties counting countless
    countries country countryman countrymen countryside county coup coupe couple coupled couplet
    coupling coupon courage courageous courageously courier course coursed court courted courtesy
    courthouse courtier courting courtroom courtship courtyard cousin covalent cove covenant
    covenanted cover coverage covered covering covert covertly covet coveted covetous cow coward
    cowardly cowboy cowgirl cowhand cowhide coworker coworking cowpunchers cox coxswain coy coyote
    cozier cozies cozy crab crabby crack crackdown cracked cracker cracking crackle crackling
    crackpot cradle craft crafted crafting craftsman crafty crag craggy cram cramp cramping
    cranberries cranberry crane crania cranial cranium crank crankshaft cranky crap crash crashed
    crashes crashing crass crate crater cratered cratering crave craving crawfish crawl crawled
    crawling crayfish crayola crayon craze crazed crazies crazy creak creaky cream creamy crease
    create created creating creation creationism creative creatively creativity creator creature
    credence credential credibility credible credit credited creditor credo credulity creed creek
    creep creeper creepy cremate cremated cremation creole crepe crept crescent crest cretin
    crevasse crevice crew crewed crib cricket cricketer cries crime criminal criminally criminology
    crimped crimson cringe cringed crinkle cripple crippled crises crisis crisp crisper crisply
    crispy criteria criterion critic critical critically criticised criticism criticize criticized
    criticizing critique croak crochet crocheting croci crock crockery crocodile crocus crocuses
    crofts croissant cronies crony crook croon crop cropped cropper cropping croquet cross crossbow
    crossbreed crossbreeding crossed crosses crossfire crossing crossover crossroad crosstown
    crosswalk crosswise crossword crotch crotches crouch crouched crouches crouching croup crow
    crowbar crowd crowded crowdfunding crowding crown crowned crowning crucial crucially crucible
    crucified crucifix crucifixion crucify crude crudity cruel cruelly cruelty cruise cruiser
    cruising cruller crumb crumble crumbling crummy crumple crunch crunches crunchy crusade
    crusader crusading crush crushed crushes crushing crust crustaceans crusty crutch crutches crux
    cruxes cry crybaby crying cryogenic crypt cryptic cryptocurrencies cryptocurrency cryptographer
    cryptography crystal crystalline crystallise crystallized crystallographic cs ct cu cub cube
    cubed cubic cubicle cubism cubist cuckoo cucumber cud cuddle cuddling cue cuff cuffed cuisine
    culinary cull culling culminated culminating culmination culpability culprit cult cultivar
    cultivate cultivated cultivating cultivation cultivator cultural culturally culture cultured
    culturing cum cumin cummerbund cumulative cumulatively cumulus cuneiform cunning cup cupboard
    cupcake cupful cupid cupola cupsful cur curates curator curb curd curdle cure cured curfew
    curie curio curiosities curiosity curious curiously curl curlew curling curly currant
    currencies currency current currently curriculum curries curry curse cursed cursing cursor
    cursory curst curt curtail curtailed curtailing curtailment curtain curtly curtsey curtsies
    curtsy curvature curve curved curvy cushion custard custodial custodian custody custom
    customarily customary customer customization customize customized customizing cut cutback cute
    cutest cuticle cutlery cutlet cutoff cutouts cutter cutthroat cutting cyanide cyanobacteria
    cybernetic cyberpunk cyberspace cyborg cycle cyclic cyclical cyclically cycling cyclist cyclone
    cyclotron cylinder cylindrical cymbal cynic cynical cynicism cypher cypress cyst cystic
    cytoplasm czar dab dabble dachshund dad daddies daddy daemon daffodil daft dagger daguerreotype
    dahlia dailies daily dainties dainty daiquiris dairies dairy dairying dais daises daisies daisy
    dale dallies dalmatian dam damage damaged damaging dame dammed damn damp dampen damping damsel
    dance danced dancer dancing dandelion dandies dandruff dandy danger dangerous dangerously
    dangle dangling dank dare dared daredevil dark darken darkened darker darkest darkly darkness
    darkroom darling darn dart darted dash dashboard dashcam dashes dashing data database dataset
    date dated dating datum daub daughter daunt daunting dauntless davenport davits dawdle dawn day
    daybreak daydream daylight daytime daze dazed dazing dazzle dd de deacon deactivate deactivated
    deactivating dead deaden deadliest deadlift deadline deadlock deadlocked deadly deadwood deaf
    deafening deafness deal dealer dealership dealing dealt dean dear dearth death deathbed deaves
    deb debase debate debated debater debating debauch debenture debility debit debited debonair
    debrief debris debt debtor debug debugged debugger debunk debunking debut debuted debuting
    decade decadence decadent decaf decal decapitated decathlon decay decayed decaying decease
    deceased decedent deceit deceive deceiving deceleration decency decent decentralisation
    decentralization decentralize decentralized deception deceptive decibel decide decided
    decidedly deciding deciduous decimal decimate decipher deciphering decision decisive decisively
    deck decked declaration declarative declare declared declaring decline declined declining
    decode decoded decoder decoding decolonization decommissioned decompose decomposed decomposing
    decomposition decompress decompression deconstruction decontaminated decontamination decor
    decorate decorated decorating decoration decorative decorous decorum decoy decrease decreased
    decreasing decree decreed decrepit decries decriminalization decriminalizing decry decryption
    dedicate dedicated dedication deduce deduced deducing deduct deducted deduction deductive deed
    deem deemed deep deepen deepening deeper deepest deeply deer deface defamation defamatory
    defame defamed default defaulted defeat defeated defeating defecate defecating defecation
    defect defecting defective defence defenceless defend defendant defended defender defending
    defense defensive defensiveness defer deference deferred deferring defiance defiant
    deficiencies deficiency deficient deficit defied defies defile definable define defined
    defining definite definitely definition definitive definitively deflate deflated deflation
    deflect deflected deflecting deflection deforestation deforested deform deformation deforming
    deformities deformity defraud defrauded defraying defrost deft deftly defunct defuse defusing
    defy defying degenerate degeneration degradation degrade degraded degrading degree
    dehumanization dehumidifier dehydrated dehydration deified deifies deify deign deities deity
    deject dejected delay delayed delaying delegate delegated delegating delegation delete deleted
    deleterious deleting deletion deli deliberate deliberated deliberately deliberation delicacy
    delicate delicatessen delicious delight delighted delimit delimited delineated delinquency
    delinquent deliria delirious delirium deliver deliverance delivered deliveries delivering
    delivery dell delta delude deluge delusion deluxe delve demagnetizing demagog demand demanded
    demanding demarcate demarcation demean demeanor dementia demerit demigod demilitarization
    demise demised demo demobilization demobilize demobilized democracies democracy democrat
    democratic democratization demographic demography demolish demolished demolishing demolition
    demon demonic demonstrably demonstrate demonstrated demonstrating demonstration demonstrator
    demoralized demote demoted demotion demount demure demurred den denature denaturing dendrite
    denial denied denies denim denominated denomination denote denoted denoting denounce denounced
    dense densely denser densest densities density dent dental dentifrice dentist dentistry
    dentures denunciations deny denying depart departed departing department departure depend
    dependable dependant depended dependence dependencies dependency dependent depending depict
    depicted depicting depiction deplete depleted depleting depletion deplore deploy deployed
    deploying deployment depopulated deport deportation deported depose deposed deposit deposited
    depositing deposition depositor depository depot deprave depraved depravity deprecated
    depreciate depreciated depreciating depreciation depredations depress depressants depressed
    depresses depression depressive deprivation deprive deprived depriving depth deputies deputy
    derail derailment derange deranged derby deregulation derelict deride derision derisively
    derivation derivative derive derived deriving dermis derogation derogatory derrick descend
    descendant descended descending descent describe described describing description descriptive
    descriptor desecrated desegregate desegregation desensitization desert deserted desertion
    deserve deserved deservedly desiccation design designate designated designating designation
    designed designer designing desirability desirable desire desired desiring desirous desist desk
    desktop desolate despair despatch desperate desperately despicable despise despised despite
    despoil despondency despondent despot despotic despotism dessert destination destine destined
    destinies destiny destitute destroy destroyed destroyer destroying destruction destructive
    detach detachable detached detaches detaching detachment detail detailed detailing detain
    detained detainees detect detectable detected detecting detection detective detector detention
    deter detergent deteriorate deteriorated deteriorating deterioration determinable determinant
    determinate determination determine determined determining determinism deterministic deterrence
    deterrent deterring detestable detests dethrone detonate detonated detonation detour detract
    detriment detrimental deuce deuterium devaluation devalue devalued devastated devastating
    devastation develop developed developer developing development developmental deviant deviate
    deviated deviating deviation device devil deviled devious devise devised devising devoid
    devolution devolve devolved devote devoted devotee devotion devotional devour devouring devout
    dew dextrose dextrous dharma dhoti diabetes diabetic diabolic diadem diagnose diagnosed
    diagnosis diagnostic diagnosticians diagonal diagonally diagram diagrammatic dial dialect
    dialectic dialed dialings dialog dialogue dialysis diameter diamond diaper diaphanous diaphragm
    diaries diarist diarrhea diarrhoea diary diastolic diatribe dice diced dichotomies dichotomy
    dick dickey dictate dictated dictation dictator dictatorial dictatorship diction dictionaries
    dictionary dictum did didactic die died diesel diet dietary dieter dietetic dieting diff differ
    differed difference different differential differentiate differentiated differentiation
    differently differing difficult difficulties difficulty diffraction diffuse diffused diffusing
    diffusion dig digest digested digestible digesting digestion digestive digging digit digital
    digitalis digitally digitise digitization digitize digitized dignified dignify dignifying
    dignitaries dignities dignity digraphs digress dike dilate dilated dilating dilation dilemma
    diligence diligent diligently dill dilute diluting dilution dim dime dimension dimensional
    diminish diminished diminishes diminishing diminution diminutive dimly dimple din dine diner
    dinettes ding dinghies dinghy dingy dining dink dinner dinosaur diocese diode dioxide dip
    diphtheria diploma diplomacy diplomat diplomatic dipole dipped dipper dipping dire direct
    directed directing direction directional directive directly director directorate directorships
    directory dirge dirigibles dirk dirt dirties dirty disabilities disability disable disabled
    disablement disadvantage disadvantaged disagree disagreed disagreeing disagreement disallow
    disallowed disallowing disambiguate disambiguation disappear disappearance disappeared
    disappearing disappointed disappointing disappointment disapproves disapproving disarm
    disarmament disarmed disarray disassemble disassembled disassembling disaster disastrous
    disavow disband disbanded disbanding disbelief disburse disbursed disbursements disc discard
    discarded discarding discern discernible discharge discharged discharging disciple disciplinary
    discipline disciplined disciplining disclaim disclaimed disclaimer disclose disclosed
    disclosing disclosure disco discography discolor discoloration discolored discomfit discomfort
    disconnect disconnected disconnecting disconnection discontent discontinuance discontinuation
    discontinue discontinued discontinuing discontinuities discontinuity discontinuous discord
    discount discounted discounting discourage discouraged discouraging discourse discoursed
    discover discovered discoverers discoveries discovering discovery discredited discrediting
    discreet discrepancies discrepancy discrete discretion discretionary discriminant discriminate
    discriminated discriminating discrimination discriminatory discus discuses discuss discussed
    discusses discussing discussion disdain disease diseased disembark disembarking disembodied
    disenfranchised disenfranchisement disengaged disengagement disfavor disfigured disgrace
    disgraced disgruntled disguise disguised disgust disgusted dish disheartened dishes dishevelled
    dishonesty dishonor dishwasher dishwater disillusioned disillusionment disintegrate
    disintegrating disintegration disjoint disjointed disjunctive disk dislike disliked dislocate
    dislocated dislocation dislodge disloyal dismal dismantle dismantled dismantling dismay
    dismayed dismember dismembered dismiss dismissal dismissed dismisses dismissing dismount
    dismounted disobedience disobey disobeying disorder disordered disorderly disorganization
    disorganized disorient disoriented disown disparage disparate disparities disparity
    dispassionate dispatch dispatched dispatching dispel dispensable dispense dispensed dispenser
    dispersal disperse dispersed dispersion dispirited displace displaced displacement displacing
    display displayed displaying displeasing displeasure disposable disposal dispose disposed
    disposing disposition dispossessed dispossession disproportionate disproportionately disprove
    disproved disproven disproving dispute disputed disputing disqualification disqualified
    disqualifies disquiet disregard disregarded disreputable disrespect disrobe disrupt disrupted
    disrupting disruption disruptive dissatisfaction dissatisfied dissect dissected dissection
    disseminate disseminated disseminating dissent dissenting dissertation dissident dissimilar
    dissimulation dissipate dissipated dissipation dissociates dissociation dissolute dissolution
    dissolve dissolved dissolving dissonance dissuade distance distancing distant distantly
    distaste distend distended distention distil distill distillation distilled distiller
    distillery distilling distinct distinction distinctive distinctively distinctly distinguish
    distinguishable distinguished distinguishes distinguishing distort distorted distorting
    distortion distract distracted distraction distraught distress distressed distresses
    distressing distribute distributed distributing distribution distributive distributor district
    distrust distrusted disturb disturbance disturbed disturbing disunity disuse disused ditch
    ditches ditties ditto dittoes ditty diuretic diurnal diva divan dive dived diver diverge
    diverged divergence divergent diverging diverse diversification diversified diversify diversion
    diversity divert diverted diverting divest divested divide divided dividend dividing divination
    divine divinely diving divining divinities divinity divisibility divisible division divisional
    divisive divisor divorce divorced divorcing divulge divulged divulging divvied dizzies
    dizziness dizzy dizzying do doc docile dock docked doctor doctoral doctorate doctrinal doctrine
    document documentaries documentary documentation documented documenting dodge dodgers dodo doe
    dog doggerel doggie doghouse dogma dogmata dogmatic dogwood doilies doing doldrums dole doleful
    doll dollar dollies dolly dolphin domain dome domed domestic domestically domesticated
    domestication domesticity domicile domiciled dominance dominant dominate dominated dominating
    domination domineering dominion domino dominoes don donate donated donating donation done
    dongle donkey donned donor donut doodle doom doomed door doorbell doorman doormen doorstep
    doorway dopamine dope doped dopey doping dopy dorm dormant dormer dormitories dormitory
    dormouse dorsal dory dos dosage dose dot dote double doubled doubling doubly doubt doubted
    doubtful doubtless dough doughnut dour douse dove dowdies dowdy dowel down downcast downfall
    downgrades downhill download downloadable downloaded downloading downplayed downpour downright
    downsizing downstream downtime downtown downturn downward downy dowries dowry dowsing doze
    dozen dozing drab drachmas draft drafted drafting drafty drag dragged dragon dragonflies
    dragonfly dragoon drain drainage drained draining drake dram drama dramatic dramatically
    dramatising dramatist dramatize dramatized drank drape draped drapery drastic drastically
    draught draughtsman draughty draw drawback drawbridge drawer drawing drawl drawn drawstring
    dread dreadful dream dreamed dreaming dreamland dreamt dreamy dreary dredge dredger dredging
    dregs drench drenched drenches dress dressed dresser dresses dressing dressmaking dressy drew
    dribble dribbled dribbling dried dries driest drift drifted drifter drifting driftwood drill
    drilling drink drinker drinking drip dripping drive drivel driven driver driveway driving
    drizzle droll dromedaries dromedary drone drool drooling droop drooping drop droplet dropout
    dropped dropping dross drought drouth drouthes drove drown drowned drowning drowse drowsiness
    drowsy drudge drudgery drug druggist drugstore druid drum drummer drumsticks drunk drunkard
    drunken drunkenness dry dryer drying dryness drys dual dualism duality dub dubbed dubbing
    dubious ducats duchess duchies duchy duck ducked duct ductile ductility dud dude due duel duet
    duff dug dugout duke dulcimer dull duller dullness duly dumb dumbbell dumber dumfound dummies
    dummy dump dumped dumping dumpling dumpster dumpy dun dunce dune dung dungeon dunk dunning
    dunno duo duodenum dupe duped duplex duplexes duplicate duplicated duplicating duplication
    duplicity durability durable duration duress during dusk dusky dust dustbin duster dustmen
    dustpan dusty duties dutiful duty duvet dwarf dwarfing dwarfism dwarves dwell dweller dwelling
    dwelt dwindle dwindled dwindling dye dyed dyers dying dyke dynamic dynamical dynamically
    dynamite dynamo dynastic dynasties dynasty dysentery dysfunction dysfunctional dyslexia
    dysplasia dystopian dz e-bike ea each eager eagerly eagle ear earache eardrum earl earlier
    earliest early earmark earn earned earners earnest earnestly earning earphone earring earshot
    earthen earthenware earthquake earths earthworks earthy ease eased easel easier easiest easily
    easing east eastbound easterly eastern easternmost eastward easy eat eaten eater eating eave
    eavesdropped eavesdropping ebb ebonies ebony ebullience eccentric eccentricity ecclesiastic
    ecclesiastical echo echoed echoes eclectic eclecticism eclipse eclipsed ecliptic ecological
    ecologically ecologist ecology econometric economic economical economically economies economist
    economize economy ecosystem ecotourism ecstasies ecstasy ecstatic ecumenical eczema ed edamame
    eddies eddy edema edge edged edgeways edgewise edgy edible edict edifice edit editable edited
    editing edition editor editorial eds educate educated educating education educational
    educationally educator eel eerie eery effect effected effecting effective effectively
    effectiveness effectual effectuate effectuated effeminate efficacy efficiencies efficiency
    efficient efficiently effigies effigy effluent effort effusion effusive egalitarian
    egalitarianism egg eggnog eggplant ego egocentric egoism egoistic egotism egotist egress eh
    eider eigenvalue eight eighteen eighteenth eighth eighties eighty either ejaculation eject
    ejected ejection eke elaborate elaborated elaboration elapse elapsed elastic elasticity elated
    elation elbow elder elderberry elderly eldest elect elected electing election elective elector
    electoral electorate electric electrical electrically electrician electricity electrification
    electrified electrifying electrocute electrocuting electrode electrolysis electrolyte
    electrolytic electromagnetic electromagnetism electromagnets electron electronegativity
    electronic electronically electrostatic elegance elegant elegantly elegies elegy element
    elemental elementary elephant elevate elevated elevating elevation elevator eleven eleventh elf
    elfin elicit elicited eliciting eligibility eligible eliminate eliminated eliminating
    elimination elite elitism elitist elk ellipse ellipsis elliptic elliptical elm elongate
    elongated elope eloped eloquence eloquent else elsewhere elucidated elude eluded elusive elves
    em email emailed emailing emanate emanated emanating emanation emancipate emancipated
    emancipating emancipation embalm embankment embargo embargoed embargoes embark embarked
    embarking embarrassed embarrassing embarrassment embassies embassy embattled embed embedded
    embellished embezzle embezzled embezzlement embezzling emblazoned emblem emblematic embodied
    embodies embodiment embody emboldened embolism emboss embosses embrace embraced embracing
    embroidered embroidery embryo embryologist embryology embryonic emerald emerge emerged
    emergence emergencies emergency emergent emerging emeritus emetic emigrant emigrate emigrated
    emigration eminence eminent emir emirates emissary emission emit emitted emitting emo emoji
    emollients emote emotion emotional emotionally emotive empaneled empathize empathy emperor
    emphases emphasis emphasise emphasised emphasising emphasize emphasized emphasizing emphatic
    emphatically emphysema empire empirical empirically empiricism employ employe employed employee
    employer employing employment emporia emporium empower empowered empowering empowerment empress
    emptied empties empty emptying emu emulate emulated emulator emulsified emulsion enable enabled
    enabling enact enacted enacting enactment enamel enameled enamelled encamped encase encased
    encephalitis enchant enchiladas encircle encircled enclave enclose enclosed enclosing enclosure
    encode encoded encoder encoding encompass encompassed encompasses encompassing encore encounter
    encountered encountering encourage encouraged encouragement encouraging encroach encroaching
    encroachment encrust encrypted encryption encrypts encumber encumbrance encyclopaedic
    encyclopedia end endanger endangered endangering endear endeavor endeavoring endeavour ended
    endemic ending endive endless endlessly endocrine endorse endorsed endorsement endorsers
    endorsing endow endowed endowment endpoint endurance endure endured enduring endways enema
    enemata enemies enemy energetic energies energised energized energizer energizing energy
    enfolds enforce enforceable enforced enforcement enforcer enforcing engage engaged engagement
    engaging engine engineer engineered engineering engrave engraved engraving engross engrossed
    engulf engulfed engulfing enhance enhanced enhancement enhancer enhancing enigma enigmatic
    enjoin enjoined enjoining enjoy enjoyable enjoyed enjoying enjoyment enlarge enlarged
    enlargement enlarging enlighten enlightened enlightening enlightenment enlist enlisted enlistee
    enlisting enliven enmities enmity enormities enormity enormous enormously enough enquire
    enquiries enquiry enrage enraged enrich enriched enriches enrichment enrol enroll enrolled
    enrollment enrolment ensemble enshrine enshrined ensign enslave enslaved ensue ensued ensuing
    ensure ensured ensuring entail entailed entangle entanglement entangling entente enter entered
    entering enterprise enterprising entertain entertained entertaining entertainment enthral
    enthrall enthroned enthusiasm enthusiast enthusiastic enthusiastically entice enticing entire
    entirely entirety entities entitle entitled entitlement entitling entity entombed entomologist
    entomology entourage entrails entrance entrant entrap entrapment entreat entreaty entrench
    entrenched entrepreneur entrepreneurial entries entropy entrust entrusted entrusting entry
    entwine entwined enumerate enumerated enumeration enunciated envelop envelope enveloped envies
    envious environment environmental environmentalist environmentally environs envisage envisaged
    envisioned envisioning envoy envy enzyme eon epaulet ephemeral epic epicurean epidemic
    epidemiology epidermal epiglottis epigram epilepsy epilog epilogue episcopal episode episodic
    epistasis epistemology epistle epistolary epitaph epithet epitome epitomized epoch epochs
    eponymous epoxy epsilon equal equaling equalise equality equalize equalized equalled equalling
    equally equate equating equation equator equatorial equestrian equilateral equilibrium equine
    equinox equinoxes equip equipages equipment equipped equitable equities equity equivalence
    equivalent equivalently equivocation era eradicate eradicated erase erased eraser erasing
    erasure erect erected erectile erection erg ergo ergonomic ermine erode eroded erosion erotic
    erotica err errand errant erratic erred erroneous erroneously error erstwhile erudite erupt
    erupted erupting eruption erythrocyte es escalate escalated escalating escalation escalator
    escapade escape escaped escapees escaping escapism escapist eschatology eschewed eschewing
    escort escorted escorting escrow esophagi esophagus esoteric esp especial especially espionage
    esplanade esport espouses espresso espy esquire essay essayist essence essential essentially
    est establish established establishes establishing establishment estate esteem esteemed ester
    esthetic estimate estimated estimating estimation estimator estranged estrangement estrogen
    estuaries estuary eta etc etch etched etcher etches etching eternal eternally eternity ethanol
    ether ethereal ethic ethical ethically ethnic ethnically ethnicity ethnologist ethnology ethos
    etiologies etiology etiquette etymological etymologists etymology eucalyptus eugenics
    eukaryotic eulogies eulogise eulogize eulogy eunuchs euphemism euphoria eureka euro euthanasia
    evacuate evacuated evacuating evacuation evade evaded evading evaluate evaluated evaluating
    evaluation evangelical evangelism evangelists evangelizing evaporated evaporation evasion
    evasive even evening evenly event eventful eventual eventually eventuate ever evergreen every
    everybody everyday everyone everything everywhere eves evict evicted eviction evidence
    evidenced evident evidently evil evince evoke evoking evolution evolutionary evolve evolved
    evolving ewe ex exacerbate exacerbated exacerbating exacerbation exact exactly exaggerate
    exaggerated exaggerating exaggeration exalt exaltation exalted exam examination examine
    examined examiners examining example excavate excavated excavating excavation excavator exceed
    exceeded exceeding exceedingly excel excelled excellence excellent excelling except excepting
    exception exceptional exceptionally excerpt excerpted excess excesses excessive excessively
    exchange exchanged exchanging exchequer excise excised excision excitable excitation excite
    excited excitedly excitement exciting exclaim exclaimed exclamation exclude excluded excluding
    exclusion exclusive exclusively exclusivity excommunicated excoriation excrete excretion
    excruciating exculpated excursion excusable excuse excused excusing exec executable execute
    executed executing execution executioner executive executor exemplar exemplary exemplified
    exemplifies exemplify exempt exempted exemption exercise exercised exercising exert exerted
    exerting exertion exhale exhaled exhaust exhausted exhausting exhaustion exhaustive exhibit
    exhibited exhibiting exhibition exhibitionism exhibitor exhort exhortation exhume exigent exile
    exiled exiling exist existed existence existent existential existentialism existing exit exited
    exiting exodus exoduses exonerated exoplanet exorbitant exorcise exorcist exotic expand
    expanded expanding expanse expansion expansionist expansive expatriate expect expectancy
    expectation expected expecting expectoration expediency expedient expedite expedited expedition
    expeditionary expeditious expel expelled expelling expend expended expending expenditure
    expense expensive experience experienced experiencing experiment experimental experimentally
    experimentation experimented experimenter experimenting expert expertise expiration expire
    expired expiring expiry explain explained explaining explanation explanatory explicable
    explicit explicitly explode exploded exploding exploit exploitation exploitative exploited
    exploiters exploiting exploration exploratory explore explored explorer exploring explosion
    explosive expo exponent exponential exponentially export exportation exported exporter
    exporting expose exposed exposing exposition exposure expound express expressed expresses
    expressible expressing expression expressionism expressive expressly expressway expropriated
    expulsion expunged exquisite extant extemporaneous extend extended extending extension
    extensive extensively extent extenuate exterior exterminate exterminated exterminating
    extermination external externalities externality externally extinct extinction extinguish
    extinguished extinguisher extinguishing extirpate extirpation extol extoll extort extorting
    extortion extortionist extra extracellular extract extracted extracting extraction
    extracurricular extramarital extraordinarily extraordinary extrapolated extraterrestrial
    extravagant extravagantly extreme extremely extremest extremist extremities extremity extricate
    extrinsic extrovert exuberance exude exult exultant eye eyeball eyeballing eyebrow eyeglass
    eyeing eyelash eyelid eyeliner eyesight eyesore eyewitness fa fable fabled fabric fabricate
    fabricated fabrication fabulous facade face faced faceless facelift facet facial facially
    facile facilitate facilitated facilitating facilitation facilities facility facing fact faction
    factional facto factor factored factorial factories factoring factorization factory factual
    factually faculties faculty fad fade faded fading faecal faeces faggot fagot fail failed
    failing failure fain faint fainted fainting fair fairgrounds fairies fairly fairness fairy
    faith faithful faithfully faithless fake faking fakir falcon fall fallacies fallacious fallacy
    fallen fallibility fallible falling fallout fallow false falsehoods falsely falsetto
    falsification falsified falsify falsity fame famed familial familiar familiarity familiarized
    families family famine famous famously fan fanatic fanciers fancies fanciest fanciful fancy
    fanfare fang fanning fanny fantasies fantastic fantasy far faraway farce fare fared farewell
    farina farm farmed farmer farmhouse farming farmland farmyards farsighted fart farther farthest
    fascinated fascination fascism fascist fashion fashionable fashioned fashioning fast fasted
    fasten faster fastest fasting fat fatal fatalism fatalities fatality fatally fate fated fateful
    father fathered fatherland fathom fatigue fatigued fatten fatties fatty fatuous faucet fault
    faulty fauna faunae favor favorable favorably favored favoring favorite favour favourable
    favoured favouring favourite fawn fax faxed faze fear feared fearful fearing fearless
    fearlessness fearsome feasibility feasible feast feasting feat feather feathered featherweight
    feathery feature featured featuring feces fecundity fed federal federalism federalist federally
    federated federation fedora fee feeble feed feedback feeder feedforward feeding feel feeling
    feet feign feigned feigning feint feldspar felicity feline fell felled fellow fellowship felon
    felonies felonious felony felt female feminine femininity feminism feminist femoral femur fen
    fence fenced fencing fend fender fennel fentanyl fer feral ferment fermentation fermented
    fermenting fern ferocious ferocity ferret ferried ferries ferry fertile fertiliser fertility
    fertilization fertilize fertilized fertilizer fervent fervor fervour festal festival festive
    festivities festoon fetal fetch fetched fetches fetching fetich fetiches fetid fetish fetishes
    fetishism fetus fetuses feud feudal feudalism feuding fever feverish few fewer fewest fez fezes
    fezzes fi fiasco fiascoes fiat fib fiber fiberglass fibre fibreglass fibrous fiche fickle
    fiction fictional fictionalized fictitious fiddle fiddler fiddlesticks fidelity fidget
    fidgeting fidgety fiduciary fief field fielder fielding fiend fiendish fierce fiercely fiery
    fiesta fife fifteen fifteenth fifth fifties fiftieth fifty fig fight fighter fighting figments
    figurative figuratively figure figured figurehead figurine filament filamentous filch filches
    file filed filet filial filibuster filing fill filled filler fillet fillies filling film filmed
    filming filmmaker filmy filter filtered filtering filth filthiness filthy filtration fin final
    finale finalise finalist finality finalize finalized finalizing finally finance financed
    financial financially financier financing finch finches find finder finding fine fined finely
    finesse finest finger fingered fingernail fingerprint fingerprinting fingertips finicky finish
    finished finishers finishes finishing finite finitely fintech fir fire firearm fireballs
    firecrackers fired firefighter firefighting firefly fireman firemen fireplace firepower
    fireproofing fireside firewall firewood firework firing firm firmament firmer firmly firmware
    first firstborn firsthand firstly fiscal fish fished fisher fisheries fishermen fishery fishes
    fishing fishy fission fissure fist fit fitful fitness fitted fittest fitting five fix fixation
    fixed fixes fixing fixture fizz fizzes fizzle fizzy fjord fl flabby flaccid flag flagged
    flagging flagpole flagrant flagship flagstaff flagstone flail flair flak flake flaky flame
    flamenco flaming flamingo flammability flammable flan flange flank flanking flannel flap
    flapjack flare flared flash flashback flashes flashing flashlight flashy flask flat flatly
    flatness flatten flattened flatter flattered flattering flattery flattest flaunt flautist
    flavor flavored flavorful flavoring flavour flaw flawed flawless flawlessly flax flay flea
    fleck fled fledgling flee fleece fleecy fleeing fleet flesh fleshes fleshy flew flex flexed
    flexes flexibility flexible flexing flexitime flick flickers flier flies flight flightless
    flighty flimsy flinch flinches flinching flings flint flip flippant flipped flippers flipping
    flirt flit float floatation floated floating flock flocked flog flood flooded flooding floor
    floorboard flop floppies floppy flora florae floral florid florist floss flosses flotation
    flotilla flounce flour flourish flourished flourishes flourishing flout flow flowed flower
    flowering flowery flowing flown flu fluctuate fluctuated fluctuating fluctuation flue fluency
    fluent fluff fluffy fluid fluidity fluke flume flung flunk flunkey flunkie flunky fluorescence
    fluorescent fluoridated fluoridation fluoride fluorine flurries flurry flush flushed flushes
    flushing flute fluted flutist flutter fluttered fluttering flux fluxes fly flyby flybys flyer
    flying foal foam foamy focal foci focus focused focuses focusing focusses focussing fodder foe
    foetal foetid foetus foetuses fog fogey foggy foghorn fogies fogy foible foil foist fold folded
    folder folding foliage folk folklore folksy follies follow followed follower following folly
    foment fond fondle fondness font foo food foodstuffs fool fooled foolery fooling foolish
    foolishness foot footage football footballer footbridge footed foothill foothold footing
    footloose footnote footpath footprint footrest footstep footwear footwork for fora forage
    foraged foragers foraging foray forbad forbade forbear forbearance forbid forbidden forbidding
    forbore forborne force forced forceful forcefully forceps forcible forcibly forcing fords fore
    forearm forebode foreboding forecast forecasted forecasting foreclose foreclosed foreclosure
    forefathers forefinger forefront forego foregoes foregoing foregone forehand forehead foreign
    foreigner foreleg foreman foremen foremost forensic foreplay forerunner foresaw foresee
    foreseeable foreseen foreshadowed foresight foreskin forest forestall forested forester
    forestry foretell foretold forever forewarn forewent foreword forfeit forfeited forfeiture
    forgave forge forged forgery forget forgetting forging forgive forgiven forgiveness forgiving
    forgo forgoes forgoing forgone forgot forgotten fork forked forking forklifts forlorn form
    formal formaldehyde formalise formalised formalism formalities formalize formalized formalizing
    formally format formation formative formatting formed former formerly formidable forming
    formless formula formulae formulate formulated formulating formulation fornication forsake
    forsaken forsaking forsook forsooth forswear forswore forsworn forsythia fort forte forth
    forthcoming forthwith forties fortieth fortification fortified fortify fortnight fortress
    fortresses fortuitous fortunate fortune forty forum forward forwarded forwarding forwent fossil
    fossilized foster fostered fostering fought foul fouled fouling found foundation foundational
    founded founder foundered founding foundry fount fountain four fourteen fourteenth fourth fowl
    fox foxes foxglove foxhound foxtrot foxy fr fracas fracases fractal fraction fractional
    fracture fractured fracturing fragile fragility fragment fragmentary fragmentation fragmented
    fragmenting fragrance fragrant frail frailty frame framed framers framework framing franc
    franchise franchisees franchising frankfurter frankincense frankly franks frantic frantically
    frat fraternal fraternities fraternity fraternization fratricide fraud fraudulent fraught fray
    frayed freak freaky freckle free freed freedmen freedom freehand freeing freelance freely
    freeman freemen freest freestanding freestyle freeware freeway freeze freezer freezing freight
    freighter frenzies frenzy frequencies frequency frequent frequented frequently fresco fresh
    freshen freshly freshman freshmen freshness freshwater fret fretful fretted friable friar
    friction frictional fridge fried friend friendlies friendly friendship fries frieze frigate
    fright frighten frightened frightful frigid frill frilly fringe frisk frisky fritter frizzy fro
    frock frog frolic from frond front frontage frontal fronted frontend frontier fronting frost
    frostbit frostbite frosted frosting frosty froth frothy frown froze frozen fructose frugal
    frugality fruit fruitful fruitfulness fruiting fruition fruitless fruity frustrate frustrated
    frustration fry fryer frying ft ftp fuchsia fudge fuel fueled fuelled fugitive fulcra fulcrum
    fulfil fulfill fulfilled fulfilling fulfillment full fullback fuller fullness fully fumble fume
    fumigate fun function functional functionality functionally functionary functioned functioning
    fund fundamental fundamentalism fundamentalist fundamentally funded funding fundraiser
    fundraising funeral funerary funereal fungal fungi fungus funguses funicular funk funnel
    funneled funnies funniest funny fur furies furious furiously furl furlong furlough furnace
    furnish furnished furnishing furniture furor furore furrow furry further furthered furthermore
    furthest furtive furtively fury fuse fused fuselage fusible fusion fuss fusses fussy futile
    futility future futuristic futurity fuze fuzz fuzzes fuzzing fuzzy gab gable gabled gadflies
    gadget gaffs gag gage gaggle gaiety gain gained gainful gaining gait gaiter gal gala galactic
    galaxies galaxy gale gall gallant gallbladder galleon galleries gallery galley gallon gallop
    gallows galore gambit gamble gambled gambler gambling game gamecocks gameplay gametes gaming
    gamma gamut gander gang ganglia gangrene gangsters gangway gaol gaoler gap gape garage garb
    garbage garble garden gardener gardenia gardening gargle gargoyle garish garland garlic garment
    garner garnered garnet garnish garnished garnishee garnishes garret garrison garter gas gaseous
    gases gash gashes gasket gasolene gasoline gasp gasses gastric gastritis gastrointestinal
    gastronomy gate gated gateway gather gathered gathering gaudy gauge gaunt gauntlet gauze gave
    gavel gawk gawky gay gayety gaze gazelle gazette gazetteer gazpacho gear gearbox geared gearing
    gecko gee geese gel gelatin gelatine geld gelded gelding gelt gem gemstone gen gender gene
    genealogical genera general generalisations generalised generalities generalization generalize
    generalized generalizing generally generate generated generating generation generative
    generator generic generosity generous generously geneses genesis genetic genetically
    geneticists genial genie genii genital genitalia genius geniuses genocide genome genomic
    genotype genre gent gentile gentle gentleman gentlemen gentleness gently gentries
    gentrification gentry genuine genus genuses geocentric geodesic geographer geographic
    geographical geographically geography geologic geological geologically geologist geology
    geometric geometrical geometrically geometries geometry geophysical geopolitical geopolitics
    geothermal geranium gerbil geriatrics germ germane germanium germinal germinate germination
    gerontology gerrymandering gerrymanders gestate gestating gestation gesture gesturing get
    getaway getting geyser ghetto ghettoes ghost ghoul giant gibbon gibe giblets giddy gift gifted
    gifting gig gigantic giggle gigolo gild gilded gilding gill gilt gimlet gimme gimmick gin
    ginger gingerbread gingham gingivitis giraffe girdle girl girlfriend girlhood girlish girth
    gist give giveaway given giving gizzard glacial glacier glad gladden glade gladiator
    gladiatorial glamor glamour glance glanced glancing gland glandular glare glared glass glasses
    glassy glaucoma glaze glazing gleam glean gleaned glee gleeful glen glib glide glider glimpse
    glint glisten glistening glittering gloat global globalization globally globe globetrotters
    globular globule gloom gloomy glories glorified glorify glorious glory gloss glossaries
    glossary glosses glossies glossing glossy glottis glove glow glowing glowworm glucose glue
    gluing glum glut gluten glutinous glutted glutton gluttony glycerin glycerine glycerol glycogen
    glycolysis gm gnarl gnash gnashes gnat gnaw gnawn gneiss gnome gnu go goad goal goalie
    goalkeeper goaltender goat goatee gob gobble gobbled goblet goblin god godchild goddess
    goddesses godfather godless godlike godliness godmother godsend godson goes goggle going goiter
    gold golden goldfish goldfishes goldsmith golf golfer golfing gondola gone gong gonna gonorrhea
    gonorrhoea gonzo goo good goodby goodbye goodie goodness goodnight goodwill goody gooey goof
    goofy goon goose gophers gore gorge gorgeous gorilla gory gosh gosling gospel gossip got gotta
    gotten gouge gouging goulash gourd gourmet gout gov govern governance governed governess
    governing government governmental governor governorship gown grab grabbed grace graceful
    gracefully gracious graciously grade graded grader gradient grading gradual gradually graduate
    graduated graduating graduation graffiti graffito graft grafted grafting grail grain gram
    grammar gramme gramophone grand grandchild grandchildren granddaughter grander grandeur
    grandfather grandiose grandma grandmother grandparent grandson grandstands grange granite
    grannie granny granola grant granted granting granular granularity granulated granulation
    granule grape grapefruit graph graphed graphic graphical graphically graphing graphite grapple
    grappling grasp grasped grasping grass grassed grasses grasshopper grassland grassy grate
    grated grateful gratification gratify gratings gratitude gratuitous gratuitously gratuity grave
    gravel graven graver gravestones graveyard gravies gravitating gravitation gravitational
    gravity gravy gray graying grayish graze grazed grazing grease greasy great greater greatest
    greatly greatness grebe greed greedy green greenery greenest greenhouse greenish greet greeting
    gremlin grenade grep grew grey greyhound greying grid griddle gridiron grief grievance grieve
    grieved grieving grievous griffin grill grille grilled grilling grim grimace grime grimy grin
    grind grinder grinding gringo grinning grip gripe grist gristle grit gritty grizzlies grizzly
    groan grocer groceries grocery groggy groin groom groomed grooming groove grooved groovy grope
    gross grossed grosses grossing grossly grotesque grotto grottoes grouch grouches grouchy ground
    groundbreaking grounded groundhog groundwater groundwork group grouped grouper groupie grouping
    grouse grove grovel grow grower growing growl growling grown growth groyne grub grubby grudge
    gruel gruesome gruff grumble grumbling grumpy grunge grunt grunting gryphon gs guacamole
    guarantee guaranteed guaranteeing guarantor guard guarded guardian guarding gubernatorial
    guerilla guerrilla guess guessed guesses guesswork guest guffaw guidance guide guided
    guidelines guiding guild guile guillotine guilt guilty guinea guise guitar guitarist gulag
    gulch gulches gulfs gull gullet gulley gullible gullies gulp gulping gum gumbo gumdrop gummy
    gumption gun gunboat gunfight gunfire gunman gunmen gunners gunnery gunning gunpowder gunshot
    gunsmith guppies guppy gurgle gurgling guru gush gushes gushing gust gustatory gusting gusty
    gut gutted gutter guttural guy guzzle gybe gym gymnasia gymnasium gymnast gymnastics
    gynecologist gypsies gypsum gyrate gyration habit habitability habitable habitat habitation
    habitual habitually habituation hack hacked hacker hacking hackney hacksaw had haddock
    haemoglobin haemorrhoids hag haggard haggle hah haiku hail hailed hailing hailstorm hair
    haircut hairdo haired hairline hairstyles hairy hake hale half halftime halfway halibut
    halitosis hall hallmark hallowed hallows hallucinated hallucinating hallucination hallucinogens
    hallway halo haloes halogen halon halt halted halting halve halved halving halyard ham
    hamburger hamlet hammer hammerhead hammering hammock hampering hamster hand handbag handball
    handbook handcuff handcuffed handed handful handgun handheld handicap handicapping handicraft
    handily handing handiwork handle handlebars handled handler handling handmade handmaiden
    handout handrail handset handsful handshake handshaking handsome handsomely handwriting
    handwritten handy handyman hang hangar hanged hanger hanging hangman hangout hangover hank
    hapless happen happened happening happier happiest happily happiness happy harangue harass
    harassed harasses harassing harassment harbor harbored harbour hard hardback hardcover harden
    hardened hardening harder hardest hardiness hardline hardliners hardly hardness hardship
    hardtop hardware hardwired hardwood hardy hare harem hark harlot harm harmed harmful harming
    harmless harmonic harmonica harmonies harmonization harmonize harmony harness harnessed
    harnesses harnessing harp harpist harpoon harpsichord harries harrow harrowing harrying harsh
    harsher harshly hart harvest harvested harvester harvesting has hash hashes hashish hashtag
    hassle haste hasten hastened hastily hasty hat hatch hatchback hatched hatchery hatches hatchet
    hatching hate hated hateful hatred hatter haughtily haughty haul hauled hauling haunt haunted
    haunting have haven having havoc hawed hawk hawker hawking hawthorn hay hayseed haystack
    haywire hazard hazardous haze hazel hazelnut hazing hazy he head headache headdresses headed
    header headfirst headgear heading headland headlight headline headlined headlong headmaster
    headphones headquartered headquarters headroom headset headwaters headway heady heal healed
    healers healing health healthcare healthier healthiest healthily healthy heap hear heard
    hearing hearsay hearse heart heartbeat heartbreak hearten hearth hearties heartily heartland
    heartless heartstrings hearty heat heated heater heath heathen heather heating heave heaven
    heavenly heavier heavies heaviest heavily heaving heavy heavyset heavyweight heck heckle
    hectare hectic hector hedge hedgehog hedonism hedonistic heeding heedless heeds heel hefty
    hegemonic hegemony heifer height heighten heightened heightening heinous heir heiress heirloom
    heist held helical helicopter heliport helium hell hellish hello helm helmet helmsman helots
    help helped helper helpful helping helpless helplessness hem hemisphere hemlock hemmed
    hemoglobin hemophilia hemorrhage hemorrhaging hemp hen hence henceforth henchman henchmen
    hepatitis heptagon her herald heralded herb herbaceous herbal herbicide herbivore herbivorous
    herd herded herding herdsman herdsmen here hereafter hereby hereditary heredity herein hereof
    heresies heresy heretic heretofore herewith heritability heritage hermaphrodites hermit
    hermitage hernia herniae hero heroes heroic heroin heroine heroism heron herpes herring herself
    hertz hesitant hesitate hesitated hesitation heterodox heterogeneity heterogeneous heterosexual
    heterosexuality heuristic hew hewn hex hexadecimal hexagon hexagonal hey heyday hi hiatus
    hiatuses hiccup hick hickory hid hidden hide hideaway hidebound hideous hiding hierarchical
    hierarchically hierarchy hieroglyphic high highbrow higher highest highjack highland highlight
    highlighted highlighter highlighting highly highway hiit hijack hijacked hijackers hike hiked
    hiker hiking hilarious hilarity hill hillock hillside hilltop hilly hilt him himself hind
    hinder hindered hindering hindrance hindsight hinge hint hinterland hip hipper hippest hippie
    hippo hippopotamus hippy hire hired hireling hiring his hiss hisses hissing histamine histogram
    historian historic historical historically histories historiography history histrionic hit
    hitch hitches hitchhiker hitchhiking hither hitherto hitter hitting hive ho hoagie hoard
    hoarding hoarse hoax hoaxes hobbies hobbit hobble hobby hobbyist hobnob hobo hoboes hoc hock
    hockey hoe hog hogan hoist hold holder holding holdover holdup hole holiday holiest holiness
    holistic hollies hollow holly holographic holster holy homage homburg home homecoming homeland
    homeless homelessness homely homemade homemaker homeopathy homeostasis homeowner homepage homer
    homeschooling homesick homespun homestead hometown homeward homework homey homicide homie
    homing hominid homogeneity homogeneous homogenization homographs homomorphism homonym homophone
    homosexual homosexuality homy hone honest honestly honesty honey honeybees honeycomb honeydew
    honeymoon honeymooners honk honor honorable honorably honorary honored honorific honoring
    honour honourable honoured hood hooded hoodlum hoodwink hoof hook hookah hooking hookups
    hookworm hoop hooping hoorah hooray hoot hooters hooves hop hope hoped hopeful hopefully
    hopeless hopelessly hopelessness hoping hopper hopping horde horizon horizontal horizontally
    hormone horn horned hornet hornpipe horny horoscope horrible horrid horrific horrify horror
    horse horseback horseman horsepower horsing horticultural horticulture horticulturists hose
    hosiery hospice hospital hospitality hospitalization hospitalized host hostage hosted hostel
    hostess hostile hostilities hostility hosting hot hotbeds hotdog hotel hothead hotly hotness
    hotter hottest hound hour hourly house houseboat housebound housebroken housed household
    householder housekeeper housekeeping houseplant housewife housewives housework housing hove
    hovel hover hovering how howdy however howl howling hp hr http hub hubbub hubby hubris
    huckleberry huddle huddled hue huff huffy hug huge hugely hugged hugging huh hula hulk hull hum
    human humane humanely humanise humanised humanism humanist humanistic humanitarian humanities
    humanity humanize humankind humanly humanness humanoid humble humbly humbug humdrum humerus
    humid humidify humidity humiliated humiliating humiliations humility humming hummingbird hummus
    humor humorist humorous humorously humour hump humpback hunch hunches hundred hundredth hung
    hunger hungering hungover hungrier hungry hunk hunt hunted hunter hunting hurdle hurdler hurl
    hurled hurler hurling hurrah hurray hurricane hurried hurriedly hurries hurry hurt hurtful
    hurting hurtle hurtling husband hush hushes husk huskies husky hussar hustle hut hutch hutches
    hwy hyacinth hyaena hybrid hydra hydrant hydrate hydrated hydraulic hydrocarbons hydroelectric
    hydrofoil hydrogen hydrolysis hydropower hydrosphere hydrotherapy hydroxide hyena hygiene
    hygienic hygienist hygrometer hymn hymnal hype hyperactive hyperactivity hyperbolic hyperlink
    hyperspace hypertension hyperventilated hyperventilation hyphen hyphenated hypnosis hypnotic
    hypnotist hypnotized hypocritical hypodermic hypoglycemic hypotenuse hypothalamus hypothermia
    hypotheses hypothesis hypothesized hypothetical hypothetically hypothyroidism hysteria hysteric
    hysterical hysterically ibis ibuprofen ice iceberg icebox icecap iced icicle icing icon iconic
    iconography icy id idea ideal idealise idealism idealist idealize ideally identical identically
    identifiable identification identified identifier identifies identify identifying identities
    identity ideological ideologically ideologies ideology ides idiocies idiocy idiom idiosyncratic
    idiot idiotic idle idly idol idolise idolize ids idyll idyllic if igloo igneous ignite ignited
    igniting ignition ignominious ignominy ignorance ignorant ignore ignored ignoring iguana ii iii
    ikon ilk ill illegal illegality illegally illegitimate illicit illiteracy illiterate illness
    illnesses illuminated illuminates illumination illusion illusory illustrate illustrated
    illustration illustrative illustrator illustrious image imaged imagery imaginable imaginary
    imagination imaginative imagine imagined imaging imam imbalance imbecile imbeds imbued imitate
    imitated imitating imitation imitator immaculate immaterial immature immediacy immediate
    immediately immense immensely immerse immersed immersing immersion immersive immigrant
    immigrate immigrated immigrating immigration imminent immobile immobility immobilize immoderate
    immoral immorality immortal immortality immune immunise immunity immunization immunize
    immunized immunology immutable imp impact impacted impacting impair impaired impairing
    impairment impala impale impart imparted impartial impartiality impasse impatient impeach
    impeached impeaching impeachment impeccable impedance impede impediment impeding impel impend
    impending imperative imperceptible imperfect imperial imperialism imperialist imperially
    imperil imperishable impermanence impermanent impermeable impermissible impersonal
    impersonating impervious impetus impinge impinging impish implant implanted implement
    implementation implemented implementing implicated implication implicit implicitly implied
    implies implode implore implored implosion imply implying impolite import importance important
    importantly importation imported importer importing impose imposed imposing imposition
    impossibility impossible impossibly impostor impotent impound impoverished impracticable
    impractical impregnable impregnates impregnation impress impressed impressing impression
    impressive imprint imprinting imprison imprisoned imprisonment impromptu improper improperly
    impropriety improve improved improvement improvident improving improvisation improvise
    improvised imprudent impudent impulse impulsive impulsively impunity impure impurities impurity
    imputed in inability inaccessible inaccurate inaction inactive inactivity inadequacy inadequate
    inadequately inadmissible inadvertent inadvertently inalienable inane inanimate inapplicable
    inappropriate inappropriately inarticulate inasmuch inattentive inaudible inaugural inaugurated
    inauguration inborn inbound inbox inbreeding inbreeds inbuilt inc incandescent incapable
    incapacitated incapacitating incarcerated incarceration incarnated incarnation incendiary
    incense incensed incentive inception incessant inch inches incidence incident incidental
    incidentally incinerated incision incisive incisor incite incitement inclement inclination
    incline inclined inclose include included including inclusion inclusive inclusively incoherent
    income incoming incompatible incompetence incompetent incomplete incompletely incomprehensible
    inconclusive incongruity incongruous incongruously inconsistencies inconsistency inconsistent
    inconsistently inconspicuous incontinence incontinent inconvenience inconvenient incorporate
    incorporated incorporating incorporation incorporeal incorrect incorrectly increase increased
    increasing increasingly incredible incredibly incredulity increment incremental incremented
    incriminating incrimination incrusted incubate incubating incubation incubator inculcate
    incumbent incur incurable incurred incurring incursions indebtedness indecent indeed indefinite
    indefinitely indemnification indemnify indemnity indent indentation indenting indentured
    independence independent independently indestructible indeterminate indeterminately index
    indexed indexes indexing indicate indicated indicating indication indicative indicator indices
    indict indicted indictment indie indifference indifferent indigenous indigent indignantly
    indignation indigo indirect indirectly indiscreet indiscriminate indiscriminately indispensable
    indisposed indisputable indistinct indistinguishable individual individualism individualistic
    individuality individualized individually indivisible indoctrinating indoctrination indolent
    indoor indorse induce induced inducement inducing induct inductance inducted inductee induction
    inductive indulge indulgence industrial industrialisation industrialised industrialist
    industrialization industrialize industrialized industrializing industrially industries
    industrious industry inebriated inedible ineffable ineffective ineffectiveness ineffectual
    inefficiencies inefficiency inefficient inefficiently inelastic ineligibility ineligible inept
    inequalities inequality inequitable inequity inert inertia inertial inertness inescapable
    inevitability inevitable inevitably inexact inexpensive inexperience inexperienced inexplicable
    inexplicably infallibility infallible infamies infamous infamy infancy infant infantile
    infantry infarction infatuated infatuation infect infected infecting infection infectious infer
    inference inferential inferior inferiority inferno inferred inferring infertile infertility
    infest infestation infested infidel infidelities infield infiltrate infiltration infinite
    infinitely infinitive infinity infirm infirmary infix inflame inflammation inflammatory
    inflatable inflate inflated inflation inflationary inflected inflection inflexible inflict
    inflicted inflicting infliction influence influenced influencer influencing influential
    influenza influx influxes info inform informal informality informally informant information
    informational informative informed informer informing infraction infrared infrastructural
    infrastructure infrequent infrequently infringe infringement infuriated infuse infused infusion
    ingenious ingenuity ingest ingested ingestion ingots ingrain ingrained ingredient ingress
    inhabit inhabitant inhabited inhabiting inhalant inhale inhaled inhaler inhaling inherent
    inherently inherit inheritance inherited inheriting inhibit inhibited inhibiting inhibition
    inhibitor inhuman inhumane initial initialization initialize initialized initially initiate
    initiated initiating initiation initiative initiator initio inject injected injecting injection
    injectors injunction injure injured injuries injuring injurious injury injustice ink inkblot
    inkling inky inlaid inland inlay inlet inline inmate inn innards innate inner innermost inning
    innocence innocent innovate innovation innovative innovators innuendo innumerable inoculate
    inoculated inoculation inoperable inordinate inorganic inpatient input inquest inquire inquired
    inquiries inquiring inquiry inquisition inquisitive inquisitors inroads ins insane insanity
    inscribe inscribed inscription insect insecticide insecure insecurities insecurity inseminate
    insemination insensibility insensible insensitive insensitivity inseparability inseparable
    insert inserted inserting insertion inshore inside insiders insight insigne insignia
    insignificant insipid insist insisted insistence insistent insisting insofar insolent insomnia
    inspect inspected inspecting inspection inspector inspiration inspirational inspire inspired
    inspiring instability instal install installation installed installing installment instalment
    instance instant instantaneous instantaneously instantly instead instep instigated instigation
    instil instill instinct instinctive instinctively institute instituted instituting institution
    institutional institutionalize institutionalized institutionalizing instruct instructed
    instructing instruction instructional instructive instructor instrument instrumental
    instrumentation insubordinate insubordination insufficiency insufficient insufficiently insular
    insulate insulated insulating insulation insulator insulin insult insulted insulting insurance
    insure insured insurer insurgence insurgencies insurgent insuring insurrection int intact
    intake intangible integer integral integrate integrated integrating integration integrity
    intellect intellectual intellectually intelligence intelligent intelligently intelligentsia
    intelligibility intelligible intend intended intending intense intensely intensest
    intensification intensified intensify intensities intensity intensive intensively intent
    intention intentional intentionally inter interact interacted interacting interaction
    interactive interbreeding intercede intercept intercepted intercepting interception interceptor
    interchange interchangeable interchangeably intercollegiate intercom interconnected
    interconnecting interconnection intercontinental intercourse interdependence interdependent
    interdisciplinary interest interested interesting interface interfaith interfere interfered
    interference interfering interferon interim interior interject interleaving interleukin
    interlocking interlocutory interloper interludes intermarriage intermediaries intermediary
    intermediate interment interminable intermingled intermission intermittent intermittently
    intermolecular intern internal internalize internally international internationalism
    internationally interne interned internet interning internment internship interpersonal
    interplanetary interplay interpolated interpolation interpose interposition interpret
    interpretation interpreted interpreter interpreting interracial interred interrelated
    interrelationship interrogate interrogated interrogation interrogatories interrupt interrupted
    interrupting interruption intersect intersected intersecting intersection interspersed
    interstate interstellar intertwined interval intervene intervened intervening intervention
    interview interviewed interviewees interviewers interviewing interwar interweaves intestate
    intestinal intestine intimacy intimate intimidate intimidating intimidation into intolerably
    intolerance intolerant intonation intoxicated intoxicating intoxication intracellular
    intramural intrastate intravenous intravenously intrench intrepid intricate intrigue intrigued
    intriguing intrinsic intrinsically intro introduce introduced introducing introduction
    introductory introspection introspective introvert intrude intruded intruders intrusion
    intrusive intrust intuition intuitive intuitively inundate inundated invade invaded invader
    invading invalid invalidate invalidated invalidating invalidity invariable invariably invariant
    invasion invasive invent invented inventing invention inventive inventiveness inventor
    inventories inventory inverse inversely inversion invert invertebrate inverted inverting invest
    invested investigate investigated investigating investigation investigative investigator
    investing investment investor invidious invigorated invincibility invincible inviolability
    invisibility invisible invitation invitational invite invited inviting invocation invoice
    invoke invoked involuntarily involuntary involve involved involvement involving invulnerable
    inward iodine iodized ion ionization ionize ionized ionizing iota ipecac irate iridium iris
    irises irk iron ironclad ironed ironic ironically ironies irony irradiated irradiation
    irrational irrationality irreconcilable irregular irregularity irregularly irrelevance
    irrelevant irreparable irresistible irrespective irresponsible irresponsibly irretrievably
    irreverence irreverently irreversible irrevocable irrevocably irrigate irrigation irritability
    irritable irritant irritate irritated irritation is island islander isle islet ism isobar
    isolate isolated isolation isolationism isolationist isometric isomorphic isosceles isotope
    issuance issue issued issuer issuing isthmi isthmus it italic itch itches itching itchy item
    itemise itemize iterate iteration iterative itinerant itinerary its itself iv ivies ivories
    ivory ivy ix jab jabber jack jackal jackass jackdaw jacket jackhammer jackknifed jackpot jade
    jagged jaguar jail jailed jailor jalopies jalopy jam jamb jamboree jangle janitor jar jargon
    jasmine jasper jaundice jaundiced jaunt jaunty javelin jaw jawbone jawed jay jaywalk jaywalking
    jazz jazzes jazzy jealous jealousy jeans jeep jeer jell jellies jello jelly jellybean jellyfish
    jeopardize jeopardizing jeopardy jerk jerky jersey jests jet jetties jettison jettisoned jetty
    jewel jeweler jeweller jewellery jewelry jib jibe jiffies jiffy jig jiggle jigsaw jigsawn jihad
    jilt jimmy jingle jinx jinxes jittery jive job jock jockey jocular jocularly jog jogger jogging
    johns join joined joining joint jointly joke joked joker joking jollies jolly jolt josh jostle
    jostling jot joules journal journalism journalist journalistic journey journeyed journeyman
    jovial joy joyful joyous joystick js jubilant jubilee judge judged judgement judging judgment
    judgmental judicial judiciaries judiciary judo jug juggle juggler juggling jugular juice juicy
    jujutsu jukebox jumble jumbo jump jumped jumper jumping jumpy junction juncture jungle junior
    juniper junk junker junket junkie junky junta juridical juries jurisdiction jurisdictional
    jurisprudence jurist juror jury just justice justifiable justifiably justification justified
    justifies justify justly jut jute jutted juvenile juxtaposed juxtaposing kale kangaroo karat
    karate karma kayak kayaking kc kebab keel keen keenly keep keeper keeping keepsake keg kelp
    kennel kenning kept keratin kerb kerchief kernel kerosene kerosine ketch ketchup keto kettle
    key keyboard keyboarding keyboardist keychain keyed keyhole keynote keystone keyword kg khaki
    khan kibbutz kick kickback kickboxer kicked kicker kicking kickoff kid kidnap kidnapped
    kidnapper kidnapping kidney kill killed killer killing kiln kilo kilobyte kilogram kilometer
    kilometre kiloton kilowatt kilt kimono kin kind kinda kindergarten kindle kindled kindling
    kindly kindness kinematic kinetic kinfolk king kingdom kingfisher kingpin kingship kink kinked
    kinky kinship kiosk kiss kissed kisses kissing kit kitchen kite kitten kitties kitty kiwi kluge
    km knack knapsack knave knead kneading knee kneecap kneel knelt knew knife knight knit knitted
    knitting knitwear knives knob knock knocked knocking knockout knoll knot knotted knotty know
    knowing knowingly knowledge known knuckle koala kombucha kookaburra kosher kowtow krone krypton
    ks kudos kumquat la lab label labeled labeling labelled labelling labia labial labium labor
    laboratories laboratory labored laborer laborious labour labourers labyrinth lace lacerate
    lacerations lack lackadaisical lacked lacking lacquer lacrimal lacrosse lactate lactating
    lactation lactic lactose lacy lad ladder lade ladies ladle lady ladybug ladylike lag lager
    laggard lagged lagoon laid lain lair lake lam lama lamb lambasts lambda lambing lame lameness
    lament lamentably laminate lamp lampoon lampooned lampreys lampshades lance lancer lancet
    lancing land landed lander landfall landing landlady landline landlocked landlord landmark
    landmass landowner landscape landscaped landscaper landscaping landslid landslide lane language
    languid languish languor lanky lantern lap lapel lapped lapse lapsed laptop larceny larch lard
    large largely larger largest lariat lark larva larvae larval larynges laryngitis larynx
    larynxes lasagna lasagne lase laser lash lashed lashes lass lasses lasso lassoes last lasted
    lasting lastly latch latched latches latching late lately latency lateness latent later lateral
    laterally latest latex lath lathe lather latitude latitudinal latrine latte latter lattice laud
    laudatory lauded laugh laughed laughing laughter launch launched launcher launches launching
    laundered laundering laundromat laundry laureate laurel lava lavatory lavender lavish lavished
    lavishes law lawful lawfully lawless lawmakers lawn lawnmower lawrencium lawsuit lawyer lax
    laxative laxity lay layer layered layering laying layman laymen layoff layout layperson lazies
    laziest lazy lb lbs lea leach leached leaching lead leaded leaden leader leadership leading
    leaf leaflet leafy league leak leakage leaked leaking leaky lean leaning leanness leap leapfrog
    leaping leapt learn learned learner learning learnt lease leased leasehold leash leashes
    leasing least leather leathery leave leaving lectern lecture lecturer lecturing led ledge
    ledger lee leech leeches leek leery leeward leeway left leftist leftmost leftover leg legacies
    legacy legal legalise legalised legalism legalistic legality legalization legalize legalized
    legalizing legally legate legatee legation legend legendary legged leggin leggings legible
    legion legislate legislation legislative legislator legislature legit legitimacy legitimate
    legitimated legitimize legitimized legume lei leisure lemma lemme lemon lemonade lemurs lend
    lender lending length lengthen lengthened lengthwise lengthy leniency lenient leniently lens
    lenses lent lentil leopard leotard lepers leprechaun leprosy lept lesbian lesion less lessee
    lessen lessened lessening lesser lesson let letdown lethal lethargic lethargy letter lettered
    letterhead lettering letting lettuce letup leukaemia leukemia leukocyte levee level leveled
    levelled lever leverage leveraged leveraging levied levies levity levy levying lewd lexica
    lexical lexicon liabilities liability liable liaison liar libel libelous liberal liberalism
    liberalization liberalized liberally liberate liberated liberating liberation liberator
    libertarian liberties liberty libido librarian libraries library librettist libretto lice
    licence license licensed licensee licensing lichen licit lick licked licorice lid lie lied lien
    lieu lieutenant life lifeblood lifeboat lifecycle lifeforms lifeguard lifeless lifelike
    lifeline lifelong lifespan lifestyle lifetime lift lifted lifting ligament ligature light
    lightbulb lighten lightening lighter lightest lighthouse lighting lightly lightness lightning
    lightweight lignin lignite lii likable like liked likelihood likely liken likened likeness
    likenesses likewise liking lilac lilies lilt lily limb limbo lime limerick limestone limit
    limitation limited limiting limitless limousine limp limped limpets limping linchpin linden
    line lineage lineal linear linearly linebacker lined lineman linen liner lineup lingerie
    lingering lingo lingoes lingual linguist linguistic lining link linkage linked linking linnet
    linoleum lint lintel lion lip lipid lipoprotein lipstick liquefaction liquefied liquefy liqueur
    liquid liquidated liquidating liquidation liquidity liquify liquor lira lisp list listed listen
    listened listener listening listing listless lit litanies litany lite liter literacy literal
    literally literary literate literature lithe lithium lithographer lithography lithosphere
    litigant litigate litigated litigating litigation litre litter littering little littoral
    liturgical liturgy livable live lived liveliest livelihood lively liven liver livery livestock
    livid living lix lizard llama lo load loaded loader loading loaf loafing loam loamy loan loaned
    loanwords loath loathe loathing loaves lob lobbied lobbies lobby lobbying lobbyist lobe lobed
    lobotomy lobster local locale localise localities locality localization localize localized
    locally locate located locating location loci lock locked locker locket lockout locksmith loco
    locomotion locomotive locus locust lodestone lodge lodged lodger lodging loft lofty log
    logarithm logarithmic logged loggerhead logging logic logical logically logician login logistic
    logistically logo loin lolcats loll lollipop lollypop lone loneliness lonely lonesome long
    longer longest longevity longhair longhand longing longish longitude longitudinal
    longitudinally longshoremen longstanding longtime look looked looking lookout lookup loom loon
    looney loonie loony loop looped loophole looping loose loosed loosely loosen loosened loot lop
    lope lord lordships lore lorries lorry lose loser losing loss losses lost lot loth lotion
    lottery lotus lotuses loud louder loudest loudly loudness loudspeaker lounge louse lousy
    louvered love loved lovelies lovely lover loving lovingly low lowdown lower lowercase lowered
    lowering lowest lowland loyal loyalist loyalty lozenge lubricant lubrication lucid luck luckier
    luckily lucky lucrative lug luggage lugubrious lukewarm lull lullabies lullaby lumbar lumber
    luminary luminescence luminescent luminosity luminous lump lumpy lunacies lunacy lunar lunatic
    lunch luncheon luncheonette lunches lung lunge lunged lupin lupine lupus lurch lurched lurches
    lure lurid lurk lurking luscious lush lushes lust luster lustre lustrous lusty lute luxuries
    luxurious luxury lvi lvii lxi lxii lxiv lxix lxvi lxvii lyceum lychee lye lying lymph lymphatic
    lymphocytes lymphoma lynch lynches lynchpin lynx lyre lyric lyrical lyricist ma macabre
    macadamia macaroni macaw mace machete machinations machine machinery machining machinist macho
    mackerel mackintosh macro macroeconomic macron macroscopic mad madam madame madcap madden made
    madhouse madman madmen madness magazine magenta maggot magic magical magician magisterial
    magistrate magma magnate magnesium magnet magnetic magnetism magnetized magneto magnetosphere
    magnificence magnificent magnifies magnify magnifying magnitude magnolia magnum magpie maharaja
    maharishi mahatma mahogany maid maiden mail mailbox mailed mailing mailman mailmen maim main
    mainframe mainland mainline mainly mainstay mainstream mainstreamed maintain maintained
    maintaining maintenance maize majestic majesty major majored majoring majorities majority make
    maker makeshift makeup making maladaptive maladies maladjustment malady malaise malaria male
    malevolent malformations malfunction malfunctioned malfunctioning malice malicious maliciously
    malign malignant maligned malingering mall mallard malleable mallet malnourished malnutrition
    malodorous malpractice malt maltreat malware mama mamma mammal mammalian mammary mammon mammoth
    man manacle manage manageable managed management manager managerial managing manatee mandarin
    mandate mandated mandating mandatory mandible mandibular mandolin mane maneuver maneuverable
    manga manganese mange mangle mango mangoes mangrove mangy manhole manhood mania maniac maniacal
    manic manicure manifest manifestation manifested manifesting manifesto manifold manipulate
    manipulated manipulating manipulation manipulative manipulator mankind manly manned manner
    mannerisms manning mannish manoeuvre manor manpower manservant mansion manslaughter mantel
    mantle mantra manual manually manufacture manufactured manufacturer manufacturing manure
    manuscript many map maple mapped mapping maraca marathon marauders marauding marble marbled
    marched marches marching mare margarita margin marginal marginalized marigold marijuana marimba
    marina marinate marinated marine mariners marital maritime marjoram mark markdown marked
    markedly marker market marketable marketed marketer marketing marketplace marking marksman
    marksmen marlin marmalade marmot maroon marooned marquee marquess marquis marquise marred
    marriage married marries marrow marry marrying marsh marshal marshes marshmallow marshy
    marsupial mart martial martian martin martinet martini martyr martyred marvel marveled
    marvellous marvellously marvelous marzipan mascara mascot masculine masculinity mash mashed
    mashes mashing mashup mask masked mason masonry masquerading mass massacre massage massaging
    masses massive massively mast master mastered masterly masterminded masterpiece mastery
    mastication mastiff masturbates masturbation mat matador match matcha matchbook matchbox
    matched matches matching matchsticks mate mated material materialism materialize materialized
    materially maternal math mathematical mathematically mathematician mathematics mating matriarch
    matriarchs matrices matriculate matriculated matriculation matrix matrixes matron matt matte
    matter matting mattress maturation mature matured maturing maturities maturity maudlin maul
    mausolea mausoleum mauve maven maverick max maxillary maxim maxima maximal maximise maximising
    maximization maximize maximized maximizing maximum may maybe mayflower mayhem mayo mayonnaise
    mayor mayoral maze me mead meadow meagre meal mealtime mean meandering meaning meaningful
    meaningfully meaningless meant meantime meanwhile measles measurable measure measured
    measurement measuring meat meatballs mechanic mechanical mechanically mechanised mechanism
    mechanistic mechanization mechanized medal medalist medallion meddle meddling media mediaeval
    medial median mediate mediated mediator medical medically medicate medication medicinal
    medicine medieval mediocre mediocrity meditate meditated meditating meditation medium medley
    medulla meek meekness meet meeting meg megabyte megahertz megaliths megalopolis megapixels
    megaton meiosis melancholic melancholy melanin melanomas melee mellow melodic melodies
    melodrama melody melon melt melted melting member membership membrane membranous meme memento
    memo memoir memorable memorandum memorial memorializing memories memorise memorization memorize
    memory men menace menagerie mend mendicant menial meningitis menopausal menopause menses
    menstrual menstruation mental mentalities mentality mentally menthol mention mentioned
    mentioning mentor mentored mentoring menu meow meowing mercantile mercenaries mercenary
    merchandise merchandising merchant mercies merciful mercilessly mercurial mercy mere merely
    merganser merge merged merger merging meridian meringue merino merit meritocracy meritorious
    mermaid merry mes mesa mesdames mesh meshes mess message messaging messenger messes messiah
    messier messy mestizos met meta metabolic metabolism metabolites metabolize metabolized metal
    metallic metallurgical metallurgist metallurgy metalworking metamorphic metamorphism
    metamorphose metamorphosed metamorphosis metaphor metaphorically metaphysical metaphysics
    metastasis metastasize mete meteor meteoric meteorite meteorological meteorologist meteorology
    meter methadone methane method methodical methodological methodologies methodology meticulous
    meticulously metre metric metrical metrication metro metropolis metropolitan mettle mew
    mezzanine mg mi miaow mica mice mickey micro microbe microbiologists microbiology microbiome
    microchip microcomputer microeconomics microfiche microfilm micrometres microns microorganisms
    microphone microprocessor microscope microscopic microscopy microseconds microservices
    microwave mid midday middle midfielder midget midnight midpoint midriff midshipman midshipmen
    midst midterm midtown midway midwife midwives mien miffed might mighty migraine migrant migrate
    migrated migrating migration migratory mikes milch mild milder mildest mildew mildewed mildly
    mile mileage milestone militant militaries militarily militaristic militarization militarized
    military militate militated militia militiamen milk milked milkmaid milkman milkmen milkshakes
    milky mill milled millennia millennium miller millet milligram milliliter millimeters
    millimetre milling million millionaire millipede milliseconds mime mimic mimicked mimicking
    mimicry mimosa min minaret mince mind minded mindful mindfully mindfulness mindless mine mined
    miner mineral mineralogy mingle mingled mini miniature minibus minibusses minicomputers minimal
    minimalism minimalist minimally minimise minimize minimizing minimum mining minion miniseries
    minister ministries ministry minivan mink minnow minor minorities minority minstrel mint minty
    minuet minus minuscule minuses minute minutiae miracle miraculous mirage mire mirror mirrored
    mirroring mirth misadventures misanthropic misappropriation misbehavior miscarriage miscarry
    miscellaneous mischief miscommunication misconception misconduct misconstrued misdeeds
    misdemeanor misdiagnosis misdirected miserable miseries misery misfit misfortune misgivings
    misguide misguided mishandled mishandling mishap misinformation misinformed misinterpret
    misinterpreted misjudge misjudged mislaid mislay mislead misleading mismanagement mismatch
    misnomer misogynist misplace misplaced misprint misquote misquoted misread misrepresentation
    misrepresented miss missed misses missile missing mission missionaries missionary missive
    misspell misspelled misspelt misstatement missteps mist mistake mistaken mistakenly mistook
    mistress mistrial mistrust misty mistype misunderstanding misunderstood misuse misused misusing
    mite mitigate mitigating mitigation mitochondria mitochondrion mitosis mitt mitten mix mixed
    mixer mixes mixing mixture ml mm mnemonic mo moan moat mob mobile mobilise mobilised mobilising
    mobility mobilization mobilize mobilized mobilizing mobster moccasin mochi mock mocked mockery
    mocking mod modal mode model modeled modeling modelled modelling modem moderate moderated
    moderately moderating moderation moderator modern modernisation modernised modernism modernist
    modernity modernization modernize modernized modernizing modest modestly modesty modicum
    modification modified modifiers modifies modify modifying modular modulate modulation
    modulators module modulo mogul mohair moist moisten moistened moisture molar molasses mold
    molded molding moldy mole molecular molecule molestation molested molests mollify mollusc
    mollusk molt molten molting mom moment momentarily momentary momentum momma mommy monarch
    monarchical monarchies monarchist monarchs monarchy monasteries monastery monastic monetary
    monetized money mongoose mongrel monies moniker monitor monitored monitoring monk monkey
    monochromatic monochrome monogamous monogamy monogram monograph monolingual monolith monolithic
    monolog monologue mononucleosis monophonic monopolies monopolise monopolist monopolistic
    monopolization monopolize monopolized monopoly monorail monotheistic monotone monotonic
    monotonically monotony monoxide monsieur monsignor monsoon monster monstrosity month monthly
    monument monumental moo mood moody moon moonbeam moonlight moonstruck moor moorings moose moot
    mop mope moped moraines moral morale moralist morality moralizing morally morass morasses moray
    morbid morbidity morbidly more moreover morgue morn morning moron moronic morose morpheme
    morphine morphological morphology morrow morsel mortal mortality mortally mortar mortgage
    mortgaged mortgagee mortgaging mortgagor mortify mortuary mosaic mosque mosquito mosquitoes
    moss mosses mossy most mostly motel moth mothball mother motherboard motherhood mothering motif
    motility motion motionless motivate motivated motivating motivation motivational motivator
    motive motley motocross motor motorbike motorboat motorcycle motorcycling motorcyclist motoring
    motorise motorist motorize motorized motorway motto mottoes mould moulded mouldy moult mound
    mount mountain mountaineer mountaineering mountainous mountainside mountaintop mounted mounting
    mourn mournful mourning mouse mousetraps mousey mousse moustache mousy mouth mouthful movable
    move moved movement movie moving mow mowed mower mowing mown mozzarella mpg mph mu much muck
    muckrakers muckraking mucous mucus mud muddies muddle muddy muezzins muff muffin muffle mug
    mugged muggers mugging muggles muggy mulattoes mulch mulches mule mull mullet multi
    multicolored multicultural multiculturalism multifarious multilateral multilevel multilingual
    multimedia multimillionaire multinational multiplayer multiple multiplexed multiplication
    multiplied multiplier multiplies multiply multiplying multipurpose multiracial multitasking
    multitude multivariate multiverse multivitamin mum mumble mummies mummification mummify mummy
    mumps munch munches mundane mung municipal municipalities municipality munition mural murder
    murdered murderer murdering murky murmur muscle muscular musculature muse museum mush mushes
    mushroom mushrooming mushy music musical musically musician musicologist musk musket musketeers
    muskmelon muss mussel musses must mustache mustang mustard muster mustered musty mutable mutant
    mutate mutated mutation mute muted mutilate mutilating mutineers mutinies mutinous mutiny mutt
    mutter mutton mutual mutuality mutually muzzle my myopia myopic myriad myrtle myself mysteries
    mysterious mysteriously mystery mystic mystical mysticism mystify mystifying myth mythic
    mythical mythological mythologies mythologist mythology nab nachos nacre nadir nag nagged nail
    nailed naive naivety naked nakedness name named nameless namely namesake naming nanoseconds
    nanotechnology nap napalm nape napkin napped nappies nappy narcissist narcissus narcosis
    narcotic narrate narrated narration narrative narrator narrow narrowed narrower narrowest
    narrowly nasal nascent nastiest nasty natal nation national nationalism nationalist
    nationalistic nationalities nationality nationalization nationalized nationally nationwide
    native nativity natty natural naturalisation naturalised naturalism naturalist naturalistic
    naturalization naturalized naturally naturalness nature naught naughty nausea nauseam nauseate
    nauseated nauseating nauseous nautical nautilus naval nave navel navies navigability navigable
    navigate navigating navigation navigator navy nays near nearby neared nearer nearest nearing
    nearly nearsighted nearsightedness neat nebula nebulae nebulous necessarily necessary
    necessitated necessities necessity neck necklace neckline necktie necrophilia necrosis nectar
    nectarine need needed needing needle needless needy negate negated negation negative negatively
    negativity neglect neglected neglecting neglig negligee negligence negligent negligently
    negligible negligibly negotiable negotiate negotiated negotiating negotiation negotiators neigh
    neighbor neighborhood neighboring neighbour neighbourhood neighbouring neither nematodes
    nemesis neoclassical neoclassicism neocolonialism neoconservatives neodymium neoliberalism
    neologisms neon neonatal neonate neophyte nephew nephritis nepotism neptunium nerve nervous
    nervously nervousness nest nested nesting nestle net nether nett netted netting nettle network
    networking neural neuralgia neurological neurologist neurology neuron neuroscience neuroses
    neurosis neurosurgery neurotic neurotransmitter neutral neutrality neutralize neutrally
    neutrino neutron never nevertheless new newbie newborn newcomer newer newest newline newly
    newsboys newscast newsletter newspaper newspapermen newsreel newsworthy newsy newt newton next
    nexus niacin nibble nibs nice nicely nicer niceties nicety niche nickel nickelodeon nickle
    nickname nicknamed nicks nicotine niece nifty niggers nigh night nightclub nightingale
    nightlife nightly nightmare nightshade nightstand nighttime nihilism nihilists nil nimble
    nimbus nine nineteen nineteenth nineties ninety ninja ninnies ninny ninth nip nipple nippy
    nirvana nit nite nitrate nitrogen nitrogenous nitroglycerin nitwit no nobility noble nobleman
    noblemen noblest noblewoman nobodies nobody nocturnal nod nodded node nodular nodule noel noes
    noise noisiest noisy nomad nomadic nomenclature nominal nominally nominate nominated nominating
    nomination nominee non noncombatants noncompetitive noncompliance nonconformity none nonempty
    nonessential nonetheless nonexistent nonfiction nongovernmental nonhuman noninterference
    nonlinear nonmembers nonpartisan nonpayment nonproductive nonprofit nonrefundable nonresident
    nonsense nonsensical nonsmoking nonstandard nonstop nontaxable nontoxic nontrivial nonverbal
    nonviolence nonviolent nonvoting nonwhite nonzero noodle nook noon noontime noose nope nor norm
    normal normality normalization normalized normally normative north northbound northeast
    northeastern northerly northern northernmost northward northwest northwestern nos nose nosedive
    nosey nostril nosy not notable notably notarized notation notch notched notches note notebook
    noted notepad noteworthy nothing notice noticeable noticeably noticed noticing notification
    notified notifies notify notifying noting notion notional notorious notoriously notwithstanding
    nougat nought noun nourish nourishment nova novel novelist novella novelty novice now nowadays
    nowhere noxious nozzle nu nuance nuclear nuclei nucleic nucleotide nucleus nude nudge nudity
    nugget nuisance null nullify numb number numbered numbering numbness numeral numerate numeric
    numerical numerically numerous nun nunnery nuptial nurse nursed nurseries nursery nursing
    nurture nurtured nurturing nut nutcracker nutmeg nutrient nutrition nutritional nutritionally
    nutritious nutritive nutshell nutted nutty nuzzle nylon nymph oaf oak oar oarlocks oases oasis
    oat oath oatmeal obedience obedient obelisk obese obesity obey obeyed obfuscated obituaries
    obituary object objected objection objectionable objective objectively objectivity objector
    oblate oblation obligate obligated obligation obligatory oblige obliged oblique obliterated
    oblivion oblivious oblong obnoxious oboe obscene obscenities obscenity obscure obscured
    obscurity observable observance observation observational observatories observatory observe
    observed observer observing obsess obsessed obsesses obsession obsessive obsidian obsolescence
    obsolescent obsolete obstacle obstinate obstruct obstructing obstruction obstructive obtain
    obtained obtaining obtuse obvious obviously ocarina occasion occasional occasionally occasioned
    occlusion occult occupancy occupant occupation occupational occupied occupies occupy occupying
    occur occurred occurrence occurring ocean oceanic oceanographer oceanographic ocelot ochre
    octagon octal octave octet octopi octopus octopuses ocular odd oddities oddity ode odious odor
    odorless odour odyssey oesophagus of off offbeat offence offend offended offender offending
    offense offensive offensively offensiveness offer offered offering offhand office officer
    official officially officiate officiated officiating offings offline offload offset offshoot
    offshore offside offspring offstage often oftentimes ogle ogre oh ohm ohs oil oily oink
    ointment ok okay okra old olden older oldest oleander olfactory oligopoly olive omega omelet
    omelette omen ominous omission omit omitted omitting omnibus omnipotent omnipresent omniscient
    omnivore omnivorous on onboard once oncology oncoming one onerous oneself ongoing onion online
    only onomatopoeia onrush onrushes onset onshore onto onus onuses onward oodles oops ooze op
    opal opaque open opened opener opening openly openness opera operand operate operated operatic
    operating operation operational operative operator ophthalmologist opiates opined opinion
    opioid opium opossum opponent opportunistic opportunities opportunity oppose opposed opposing
    opposite opposition oppress oppressed oppression oppressive oppressor opt opted optic optical
    optically optician optima optimal optimisation optimise optimism optimist optimistic
    optimization optimize optimized optimizer optimizing optimum opting option optional optionally
    optometrists opulence opulent opus opuses or oracle oracular oral orally orange orangutan
    oration orator oratory orb orbit orbital orbited orbiting orc orchard orchestra orchestral
    orchestrated orchestrating orchestration orchid ordain ordained ordeal order ordered ordering
    orderly ordinal ordinance ordinarily ordinary ordnance ore oregano organ organelles organic
    organically organisation organisational organise organised organising organism organist
    organization organizational organize organized organizer organizing orgasm orgasmic orgies orgy
    orient oriental orientated orientation oriented orifice origami origin original originality
    originally originate originated originating origination originator oriole ornament ornamental
    ornamentation ornamenting ornate ornithologist ornithology orphan orphanage orthodox
    orthodoxies orthodoxy orthogonal orthographic orthopaedic orthopedic orthopedist oscillates
    oscillating oscillation oscillator oscilloscope osmosis osmotic osprey ossification ostensibly
    ostentation osteoporosis ostracise ostracism ostrich ostriches other otherwise otters ouch
    ought ounce our ourselves oust ousted ouster ousting out outage outback outbid outbound
    outbreak outburst outcast outclass outcome outcries outcrops outcry outdated outdid outdo
    outdoes outdone outdoor outer outermost outfield outfielder outfit outfitted outfitters
    outflanked outgoing outgrew outgrow outgrown outgrowth outhouse outing outlaid outlast outlaw
    outlawing outlay outlet outliers outline outlined outlining outlive outlook outlying
    outnumbered outnumbering outpatient outperform outperformed outpost output outrage outraged
    outrageous outran outrigger outright outrun outsells outset outshine outshone outside outsider
    outsized outskirt outsmart outsourcing outspoken outstanding outstrip outstripped outstripping
    outtakes outward outweigh outweighed outweighing outwit ova oval ovarian ovaries ovary ovation
    oven over overall overarching overate overbear overbearing overboard overbooked overbore
    overcame overcast overcoat overcome overcoming overcompensation overcooking overcrowded
    overcrowding overdid overdo overdoes overdoing overdone overdose overdraw overdrew overdrive
    overdue overeat overestimate overestimated overfitting overflow overflowing overgrew overgrow
    overgrown overhand overhang overhanging overhaul overhauled overhead overhear overheard
    overheat overheated overheating overhung overjoyed overkill overlaid overlain overland overlap
    overlapped overlapping overlay overlaying overlie overload overloaded overloading overlong
    overlook overlooked overlooking overlord overly overlying overnight overpaid overpass
    overpopulate overpopulated overpopulation overpowering overproduce overqualified overran
    overrate overreaction overridden override overriding overrode overrule overruled overrun
    oversaw overseas oversee overseeing overseen overshadowed overshot oversight oversize oversized
    overstated overstatement overstates overstating overstep oversupply overt overtake overtaking
    overthrew overthrow overthrowing overthrown overtime overtone overtook overture overturn
    overturned overturning overuse overview overweening overweight overwhelmed overwhelming
    overwhelmingly overwork overwrite oviparous ovoid ovulation ovule ovum owe owed owing owl owlet
    own owned owner ownership owning ox oxen oxfords oxidation oxidative oxide oxidise oxidize
    oxidizing oxyacetylene oxygen oxygenated oxygenating oyster oz ozone pa pace pacemaker
    pacesetters pacifier pacifies pacifism pacifist pacify pacing pack package packaged packaging
    packed packers packet packing pact pad padded paddies padding paddle paddling paddock paddy
    padlock padre paean pagan paganism page pageant paging pagoda paid pail pain painful painkiller
    painless painlessly paint painted painter painting pair paired pairing pairwise paisley pajamas
    pal palace palatal palate palatial pale paleness paleo paleontologist paleontology paler palest
    palette palindrome palindromic palisade pall palladium pallid pallor palm palomino palpable
    palpate palpated palpation palpitations palsy paltry pamphlet pan panacea pancake pancreas
    pancreatic panda pandemic pandemonium pandering pane panegyrics panel paneled paneling pang
    panhandle panic panicked panicky panorama panoramic pansies pansy pant pantheon panther pantie
    pantries pantry panty pantyhose pap papa papacies papacy papal papaya paper paperbacks
    paperclip paperwork papillae paprika papyri papyrus par parables parabola parabolic parachute
    parade paradigm paradise paradox paradoxes paradoxical paradoxically paraffin paragliding
    paragon paragraph parakeet paralegal parallax parallel paralleled parallelism parallelogram
    paralyse paralysed paralysis paralytic paralyze paralyzed parameter paramilitaries paramilitary
    paramount paranoia paranoid paranormal paraphernalia paraphrased paraphrases paraphrasing
    paraplegia paraplegic paraprofessionals parasite parasitic parasol paratrooper parcel parch
    parches pardon pardoned pardoning pare parent parentage parental parentheses parenthesis
    parenthood parenting parish parishes parishioners parity park parka parked parking parkour
    parkway parlance parliament parliamentarian parliamentary parlor parlour parochial parodied
    parodies parody parole parquet parrot parse parsec parsed parsimonious parsimony parsley
    parsnip parson part partake partaken partaking parted partial partially participant participate
    participated participating participation participatory particle particular particularities
    particularity particularly particulate parties parting partisan partition partitioned
    partitioning partizan partly partner partnered partnering partnership partook party partying
    paschal pasha pass passably passage passbook passed passenger passer passerby passersby passes
    passing passion passionate passionately passive passively passivity passkey passport password
    past pasta paste pasted pastel pasteurised pasteurized pastiche pasties pastime pastor pastoral
    pastorate pastrami pastries pastry pasture pasty pat patch patches patchwork patchy pate patent
    patented paternal paternalism paternalistic paternally paternity path pathetic pathogen
    pathological pathologically pathologist pathology pathos pathway patience patient patiently
    patina patio patriarch patriarchal patriarchy patriot patriotic patriotism patrol patron
    patronage patsy patter pattern patterned patties patty paucity paunch paunches paunchy pauper
    pause pausing pave paved pavement pavilion paving paw pawn pawned pay payable paycheck payee
    paying payload payment payoff payroll paywall pct pd pea peace peaceable peaceably peaceful
    peacefully peacekeeping peacetime peach peaches peacock peak peaked peaking peal peanut pear
    pearl peasant peasantry pease peat pebble pecan peck pecked pectoral peculiar pedagogical
    pedagogy pedal pedant pedantic pedantry peddle peddling pedestal pedestrian pediatric
    pediatrician pedicure pedigree pedigreed pediment pedlar pee peed peeing peek peel peeled
    peeling peep peer peered peerless peeve peevish peg pegged pejorative pelagic pelican pellet
    pelt pelting pelves pelvic pelvis pelvises pen penal penalise penalised penalize penalizing
    penalties penalty penance pence penchant pencil pend pendant pending pendulum penes penetrate
    penetrated penetrating penetration penguin penicillin penile peninsula peninsular penis penises
    penitent penknife pennant pennies penning penny pension pensioners pensive pentagon pentagonal
    pentathlon penthouses penultimate peon peonies peony people pep pepper peppered pepperoni
    peptic peptide per perambulate perceive perceived perceiving percent percentage percentile
    perception perceptive perceptual perch perched perches percolate percolation percussion
    percussionist perdition peremptory perennial perfect perfected perfecting perfection
    perfectionism perfectionist perfectly perforated perforations perform performance performed
    performer performing perfume perhaps pericardium perigee perihelion peril perilous perimeter
    period periodic periodical periodically periodicity peripheral periphery perish perished
    perishes perishing perjure perjury perk perky permafrost permanence permanent permanently
    permeability permeable permeate permeating permissible permission permissive permit permitted
    permitting permutation pernicious peroxide perpendicular perpetrating perpetration perpetrator
    perpetual perpetually perpetuate perpetuating perpetuation perpetuity perplex persecute
    persecuted persecuting persecution perseverance persimmon persist persisted persistence
    persistent persistently persisting person persona personae personage personal personalities
    personality personalized personally personification personified personnel perspective
    perspicuous perspiration perspire persuade persuaded persuading persuasion persuasive pert
    pertain pertained pertaining pertinent perturb perturbed perusal peruse perused pervade
    pervasive perverse perversion perversity pervert perverted perverting pesky peso pessimism
    pessimistic pessimists pest pesticide pestle pet petal peters petite petition petitioned
    petitioner petitioning petrel petrifaction petrified petrify petrochemicals petrol petroleum
    petted petticoats petting petty petulant petunia pew pg phage phallic phantasy phantom pharaoh
    pharmaceutical pharmacist pharmacotherapy pharmacy pharyngeal pharynx phase phased pheasant
    phenobarbital phenomena phenomenon phenotype pheromones philanthropic philanthropist
    philanthropy philharmonic philodendron philologist philology philosopher philosophic
    philosophical philosophically philosophies philosophising philosophy phishing phlebitis phlegm
    phloem phobia phobic phoenix phone phoned phoneme phonemic phonetic phonetically phoney phonics
    phonies phoning phonograph phonological phonology phony phosphate phospholipids phosphor
    phosphorus phosphorylation photo photocopy photoelectric photograph photographed photographer
    photographic photographing photography photojournalism photojournalist photon photosensitive
    photosynthesis photovoltaic phrase phrasing phrenology physic physical physically physician
    physicist physiognomy physiological physiologist physiology physique pi pianist piano piazza
    picante piccolo pick pickax pickaxe picked picket picketing picking pickle pickleball pickled
    pickup picky picnic pictograph pictorial picture pictured picturesque piddle pie piebald piece
    pieced pied pier pierce pierced piercing piety pig pigeon piggish piggy pigment pigpen pigtail
    pike pilasters pilates pile pilfered pilgrim pilgrimage piling pill pillage pillar pillow pilot
    piloted piloting pimento pimple pin pinch pinches pinching pine pineapple ping pinhole pinion
    pink pinkie pinky pinnacle pinnate pinning pinpoint pinprick pinstripes pint pinto pinwheel
    pioneer pioneered pioneering pious pipe pipeline piper pique piracy piranha pirate pirated pis
    piss pissed pistachios pistol piston pit pita pitch pitchblende pitched pitcher pitches
    pitchfork pitching piteous pitfall pithy pities pitiful pitiless pittance pitted pitting
    pituitary pity pivot pivotal pixel pixie pixy pizza pizzazz pizzeria pl placard placate
    placated place placebo placed placeholder placement placenta placental placid placing plague
    plagued plaice plaid plain plainer plainly plaintiff plan planar plane planet planetary plank
    plankton planned planner planning plant plantain plantation planted planter planting plaque
    plasma plaster plastered plastic plasticity plate plateau plateaux platelet platform platinum
    platonic platoon platter platypus platypuses plaudits plausible play playable playback played
    player playful playfully playground playhouse playing playlist playmate playoff playpen
    playwright plaza plea plead pleaded pleading pleasant please pleased pleasing pleasurable
    pleasure pleat plebiscite plectrum pled pledge pledged pledging plenary plenipotentiary
    plentiful plenty plethora plexus pliable pliant plies plight plod plop plot plotted plotting
    plough ploughshares plover plow plowing ploy pluck plucked plucking plucky plug plugged
    plugging plum plumage plumb plumber plumbing plume plummet plummeted plump plunder plundered
    plundering plunge plunged plunger plural pluralism pluralistic plus pluses plush plusses
    plutonium ply plywood pneumatic pneumonia poach poached poacher poaches poaching pocket
    pockmark pod podcast podia podium poem poet poetic poetical poetically poetry poignant point
    pointed pointer pointing poise poison poisoned poisoner poisoning poisonous poke poked poker
    pokey poky polar polarise polarity polarization polarize polarized pole polecat polemic
    polemical polestar police policeman policemen policies policing policy policymakers polio
    polished polishes polishing polite politely politeness political politically politician
    politicized politics polities polity polka poll polled pollen pollinating pollination polling
    pollsters pollutants pollute polluted polluters polluting pollution polo polonium poltergeist
    polyester polyethylene polygamy polygon polyhedron polymath polymer polynomial polyp polyphonic
    polyphony polytechnic polytheism polytheistic polytheists polyunsaturated pomegranate pomp
    pompous poncho pond ponder pondered ponies pontifical pontoon pony poodle pooh pool pooled
    pooling poop poor poorer poorest poorly pop popcorn pope poplar popped poppies popping poppy
    popsicles populace popular popularise popularised popularity popularization popularize
    popularized popularizing popularly populate populated population populist populous porcelain
    porch porches porcupine pore pork porn pornographic porous porpoise porridge port portability
    portable portal ported portend portent porter portfolio porthole portico porting portion
    portmanteau portrait portray portrayal portrayed portraying pose posed posies posing posited
    position positional positioned positioning positive positively positivism positron posits posse
    possess possessed possesses possessing possession possessor possibilities possibility possible
    possibly possum post postage postal postbox postcard postcode postdoctoral posted poster
    posterior posterity postgraduate posthumous posthumously posting postman postmark postmaster
    postmen postmodern postmodernism postpone postponed postponing postscript postseason postulated
    postulates posture postwar posy pot potash potassium potato potatoes potbelly potency potent
    potential potentially pothole potion potluck potted potter pottery potting pouch pouches
    poultry pounce pound pounding pour poured pouring pout poverty powder powdery power powerboat
    powered powerful powerhouses powering powerless powwow pox practical practically practice
    practiced practicing practise practised practitioner pragmatic pragmatically pragmatism prairie
    praise praised praiseworthiness praising praline pram prance prank prattle prattling prawn pray
    prayed prayer praying pre preach preached preacher preaches preaching preamble precaution
    precede preceded precedence precedent preceding precinct precious precipitate precipitated
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
    premier premiere premiered premiering premise premiss premium premonitions prenatal
    preoccupation preoccupied preoccupy prep prepaid preparation preparatory prepare prepared
    preparedness preparing prepay preponderance prepositions prepped prepping prequel prerequisite
    prerogative presaged preschool preschooler prescribe prescribed prescribing prescription
    prescriptive presence present presentation presented presenter presenting presently
    preservation preservative preserve preserved preserver preserving preside presided presidency
    president presidential presiding press pressed presses pressing pressure pressured pressuring
    pressurize pressurized prestige prestigious presumably presume presumed presumption presumptive
    presupposition pretence pretend pretended pretense pretensions pretext prettier pretties pretty
    pretzel prevail prevailed prevailing prevalence prevalent prevent preventable preventative
    prevented preventing prevention preventive preview previewed previous previously prevue prewar
    prey price priced priceless pricey pricing prick prickle prickly pride pries priest priesthood
    prim primacy primal primaries primarily primary primate prime primed primer primeval primitive
    primogeniture primordial primp primrose prince princely princess princesses principal
    principalities principality principally principle principled print printable printed printer
    printing printout prior priorities prioritize prioritized prioritizing priority prise prism
    prismatic prison prisoner pristine privacy private privateer privately privatisation
    privatization privatized privies privilege privileged privileging privy prize prized pro
    proactive probabilistic probabilities probability probable probably probate probation probe
    probing problem problematic proboscis procedural procedure proceed proceeded proceeding process
    processed processes processing procession processional processor proclaim proclaimed
    proclaiming proclamation procrastinate procrastinating procrastination procreation procure
    procured procurement procuring prod prodding prodigal prodigies prodigy produce produced
    producer producing product production productive productivity profane profanity profess
    professed profession professional professionally professor professorships proffered proffers
    proficiency proficient profile profiled profiling profit profitability profitable profiteering
    profiting profound profoundly profuse profusely profusion progenitors progeny progesterone
    prognosis program programmable programme programmed programmer programming progress progressed
    progresses progressing progression progressive progressively prohibit prohibited prohibiting
    prohibition prohibitive project projected projectile projecting projection projectors
    prokaryotic proletarian proletariat proliferate proliferation prolific prolog prologue prolong
    prolonged prom promenade prominence prominent prominently promiscuously promise promised
    promising promissory promo promote promoted promoter promoting promotion promotional prompt
    prompted prompter prompting promptly promulgate promulgated prone prong pronghorn pronoun
    pronounce pronounced pronouncement pronouncing pronunciation proof proofread proofreading prop
    propaganda propagate propagated propagation propel propellant propelled propeller propelling
    propensities propensity proper properly properties property prophecy prophesied prophesy
    prophet prophylaxis proponent proportion proportional proportionally proportionately proposal
    propose proposed proposing proposition propositional propositioned proprietary proprietor
    propriety propulsion propulsive prorated proscribed proscribing prose prosecute prosecuted
    prosecuting prosecution prosecutor proselytize prosody prospect prospective prospector prosper
    prosperity prosperous prostate prosthetic prostitute prostitution prostrate prostrated
    prostrating protagonist protect protected protecting protection protectionism protective
    protectiveness protector protectorate protein protest protestant protested protester protestors
    protocol proton protoplasm prototype protozoan protract protracted protrude protruding proud
    proudest provable provably prove proved proven proverb proverbial provide provided providence
    provider providing province provincial proving provision provisional provisioned proviso
    provocation provocative provoke provoked provoking prow prowess prowl proxies proximity proxy
    prude prudence prudent prudish prune pruning prurient pry psalm pseudo pseudonym psych psyche
    psychedelia psychedelic psychiatric psychiatrist psychiatry psychic psycho psychoactive
    psychoanalysis psychoanalyst psychogenic psychological psychologically psychologist psychology
    psychopathic psychosomatic psychotherapies psychotherapy psychotic psychs pt ptomaine pub
    puberty pubic public publican publication publicised publicist publicity publicize publicized
    publicly publish published publisher publishes publishing puck pudding puddle pudgy pueblo puff
    puffer puffing puffy puke pull pulled pulley pulling pulmonary pulp pulpit pulpy pulsars
    pulsate pulsation pulse pulsed puma pumice pummel pump pumped pumping pumpkin pun punch punched
    punches punching punctual punctuated punctuation puncture pundit pungent punish punishable
    punished punishes punishing punishment punitive punk punt punter punting puny pup pupal pupil
    puppet puppetry puppies puppy purchasable purchase purchased purchaser purchasing pure puree
    purely purgatory purge purged purging purification purified purifies purify purism purist
    puritan purity purple purplish purport purported purportedly purporting purpose purposed
    purposeful purposefully purposely purr purring purse pursuant pursue pursued pursuing pursuit
    purulent purveyor purview pus push pushed pushes pushing pushups pushy puss pusses pussies
    pussy pussycats pustule put putative putrefaction putrid putt putter putties putting putty
    puzzle puzzled puzzling pygmy pyjamas pyramid pyramidal pyre pyrite pyrotechnic python qt qua
    quack quad quadrangle quadrant quadruped quadruple quadrupled quagmire quail quaint quake
    qualification qualified qualifier qualifies qualify qualifying qualitative qualities quality
    qualm quandary quantified quantifies quantify quantitative quantities quantity quantum
    quarantine quarantined quark quarrel quarreled quarries quarry quart quarter quarterback
    quarterdeck quarterfinal quartering quarterly quartet quartz quash quashes quashing quasi
    quatrains quay queasy queen queer quell quench quenches queried queries query querying
    quesadilla quest question questionable questioned questioning questionnaire queue queuing
    quibble quibbled quibbling quiche quick quicken quicker quickly quicksand quicksilver quid
    quiet quieter quietly quietness quill quilt quilted quinces quinine quinoa quintessential
    quintet quip quirk quirky quit quite quitting quivers quiz quizzes quorum quota quotation quote
    quoted quotient quoting rabbi rabbinical rabbit rabble rabid rabies raccoon race raced
    racehorse racer raceway racial racially racing racism racist rack racked racket racking racoon
    racquet racquetball racy radar radial radiance radiant radiate radiated radiating radiation
    radiator radical radicalism radii radio radioactive radioactivity radioed radioisotope
    radiology radiotherapy radish radishes radium radius radiuses radon raffle raft rafters rag
    ragamuffin ragas rage raged raging ragtime raid raided raider raiding rail railed railing
    railroad railway rain rainbow raincoat raindrop rained rainfall rainforest rainier rainstorm
    rainwater rainy raise raised raisin raising rajahs rajas rake raked raking rallied rallies
    rally ram ramble rambling ramen ramifications ramp rampage rampant rampart ramrod ran ranch
    rancher ranches ranching rancid rancor rancorous rancour random randomized randomly randomness
    randy rang range ranged ranger ranging rank ranked ranking rankle ransack ransacked ransacking
    ransom rant rap rape raped rapid rapidity rapidly rapist rapper rapport rapt rapture rare
    rarely rarer rarest rarities rarity rascal rash rashes rasp raspberries raspberry rasping rat
    ratchet rate rated rather ratification ratified ratifies ratify ratifying rating ratio ration
    rational rationale rationalism rationalist rationality rationalization rationalized rationally
    rationing rattle rattlesnake ratty raucous ravage rave ravel raven ravening ravenous ravine
    ravings ravioli ravish ravishes raw ray rayon raze razed razing razor re reach reachable
    reached reaches reaching react reactants reacted reacting reaction reactionary reactivated
    reactivates reactive reactivity reactor read readability reader readership readies readiest
    readily readiness reading readjust readjustment ready readying reaffirmed reaffirming reagent
    real reales realise realised realising realism realist realistic realistically realities
    reality realization realize realized realizing reallocated reallocation really realm realtors
    realty ream reanimated reanimates reap reaper reappear reappearance reappearing reapplies
    reapportionment reappraisal rear reared rearing rearmament rearmost rearrange rearrangement
    rearranging reason reasonable reasonably reasoning reassembled reassembling reassess
    reassessment reassigned reassurance reassure reassuring rebate rebel rebelled rebelling
    rebellion rebind rebirth reborn rebound rebounded rebranded rebuff rebuild rebuilding rebuilt
    rebuke rebuked rebut rebuttal rebutted rebutting recall recalled recalling recant recanted
    recap recapitulated recapitulates recapitulating recapitulation recapture recaptured recede
    receded receipt receivable receive received receiver receivership receiving recent recently
    receptacles reception receptionist receptive receptor recess recesses recession recessive
    recharge recidivism recidivist recipe recipient reciprocal reciprocate reciprocating
    reciprocity recital recitation recitative recite recited reciting reckless recklessly reckon
    reckoned reclaim reclaiming reclamation recline recliner recluse reclusive recognisable
    recognise recognised recognising recognition recognizable recognizably recognize recognized
    recognizing recoil recollected recollecting recollection recombination recombining recommend
    recommendation recommended recommending recompile reconcile reconciled reconciliation
    reconciling reconditioning reconfiguration reconfigured reconnaissance reconnect reconsider
    reconsideration reconsidered reconstituted reconstruct reconstructed reconstruction record
    recorded recorder recording recount recounted recoup recourse recover recoverable recovered
    recovering recovery recreate recreated recreation recreational recriminations recruit recruited
    recruiter recruiting recruitment recta rectal rectangle rectangular rectification rectify
    rectifying rectilinear rector rectum recuperating recur recurred recurrence recurrent recurring
    recursion recursive recursively recyclable recycle recycled recycling red redden reddish
    rededicated redeem redeemed redeemer redeeming redefine redemption redesign redesigned
    redeveloped redevelopment redhead redid redirect redirected rediscovered rediscovery
    redistribute redistributed redistribution redistricting redness redo redoes redoing redone
    redraft redraw redrawing redrawn redress redressed redressing redskins reduce reduced reducing
    reduction redundancy redundant redwood reed reef reek reeking reel reelect reelected reelection
    reemphasizing reenter reentry reestablished reeve reexamined ref refer referee reference
    referenced referencing referendum referent referential referral referred referring refill
    refilled refinance refine refined refinement refinery refining refit refitted reflect reflected
    reflecting reflection reflective reflector reflex reflexes reflexive reflux refocusing
    reforestation reform reformat reformation reformed reformer reforming reformulated refract
    refracted refraction refractory refrain refrained refresh refreshed refreshing refreshment
    refrigerants refrigerated refrigeration refrigerator refuel refuge refugee refund refundable
    refunded refurbish refurbished refurbishing refurbishments refusal refuse refused refusing
    refutation refute refuted regain regained regaining regal regale regalia regard regarded
    regarding regardless regatta regency regenerated regenerates regenerating regeneration
    regenerative regent reggae regime regimen regiment regimental regimented region regional
    regionalism regionally register registered registering registrants registrar registration
    registries registry regress regression regressive regret regretfully regular regularize
    regularized regularly regulate regulated regulating regulation regulator regulatory
    regurgitated regurgitates regurgitation rehab rehabilitating rehabilitation rehash rehashes
    rehearsal rehearse rehearsing reheating reign reigned reigning reimbursement rein reincarnation
    reindeer reinforce reinforced reinforcement reinforcing reinstate reinstated reinstatement
    reinterpretation reinterpreted reinventing reinvested reis reissued reiterated reiterates
    reiterating reject rejected rejecting rejection rejoice rejoicing rejoin rejoined rejoining
    rejuvenated rekindled relaid relapse relapsing relate related relating relation relational
    relationship relative relatively relativistic relativity relax relaxant relaxation relaxed
    relaxes relaxing relay release released releasing relegate relegated relegation relent
    relentless relentlessly relevance relevant reliability reliable reliably reliance reliant relic
    relied relief relies relieve relieved relieving religion religious religiously relinquish
    relinquished relinquishing relish relishes relive reload relocate relocated relocating
    relocation reluctance reluctant reluctantly rely relying remade remain remainder remained
    remaining remake remaking remand remanded remark remarkable remarkably remarked remarking
    remarriage remarried rematch remedial remedied remedies remedy remember remembered remembering
    remembrance remind reminded reminder reminisced reminiscence reminiscent remiss remission remit
    remittances remnant remodel remodeled remodeling remonstrance remonstrate remonstrated remorse
    remote remotely remoteness remount removable removal remove removed removing remuneration
    remunerative renal rename renamed rend render rendered rendering renditions renegade renege
    renew renewable renewal renewed renewing rennet renounce renounced renovate renovated
    renovation renown renowned rent rental rented renter renting renunciation reoccupied reopen
    reopened reopening reorganisation reorganised reorganising reorganization reorganize
    reorganized reorganizing repaid repaint repainted repainting repair repaired repairing
    repairman reparation repatriation repay repayment repeal repealed repeat repeatable repeated
    repeatedly repeating repel repelled repellent repelling repent repentance repented repertoire
    repetition repetitive rephrase replace replaced replacement replacing replay replenish replete
    replica replicate replicated replicating replication replied replies reply replying report
    reported reportedly reporter reporting repose repositories repository repossess repossession
    reprehensible represent representation representational representative represented representing
    repress repressed repression repressive reprieve reprimand reprint reprinted reprisal reprise
    reprising reproach reproached reprocess reprocessing reproduce reproduced reproducible
    reproducing reproduction reproductive reprogram reprogramming reprove reptile republic
    republican republicanism republished repudiated repudiating repudiation repugnant repulse
    repulsion repulsive reputable reputation repute reputed request requested requesting requiem
    require required requirement requiring requisite requisition requisitioned reread reroute
    rerouted resale rescheduled rescind rescinded rescinding rescission rescue rescued rescuing
    research researched researcher researches researching resell resemblance resemble resembled
    resembling resent resented resentment reservation reserve reserved reserving reservoir reset
    reshuffling reside resided residence residencies residency resident residential residing
    residual residue resign resignation resigned resigning resilience resilient resin resist
    resistance resistant resisted resisting resistor resold resolute resolution resolve resolved
    resolving resonance resonant resonate resonating resort resorting resound resounding resource
    resourcefulness respect respectable respected respectful respectfully respecting respective
    respectively respiration respiratory respire respite respond responded respondent responding
    response responsibilities responsibility responsible responsive responsiveness rest restart
    restarted restate restated restatement restating restaurant restaurateur rested restful resting
    restitution restive restless restlessness restoration restore restored restoring restrain
    restrained restraining restraint restrict restricted restricting restriction restrictive
    restroom restructure restructured restructuring resubmit result resultant resulted resulting
    resume resumed resumption resurfaces resurgence resurgent resurrected resurrection resuscitate
    retail retailer retain retained retainer retaining retake retaliate retaliation retaliatory
    retard retardation retarded retch retches retention rethink reticent retina retinae retinal
    retinues retire retired retiree retirement retiring retold retook retort retrace retract
    retractable retracted retracting retractions retreat retreated retreating retribution retries
    retrieval retrieve retrieved retriever retrieving retroactive retroactively retrofit
    retrofitted retrofitting retrograde retrospect retrospective retrospectively retry return
    returned returning retweet retype reunification reunified reunify reunion reunite reunited
    reuniting reusable reuse reused reusing rev revaluation revalued revamp revamped reveal
    revealed revealing revel revelation revellings revelry revenge revenue revere revered reverence
    reverend reverent reverently reverie reversal reverse reversed reversible reversing reversion
    revert reverted reverting revery review reviewed reviewer reviewing revile revise revised
    revising revision revisit revisited revitalizing revival revivalist revive revived revivifying
    reviving revocable revocation revoke revoked revoking revolt revolted revolution
    revolutionaries revolutionary revolutionised revolutionize revolutionized revolutionizing
    revolve revolved revolver revolving revue revulsion reward rewarded rewarding rewind rework
    reworked rewound rewrite rewritten rewrote rhapsody rhea rhetoric rheumatic rhino rho
    rhododendron rhomboids rhombus rhubarb rhyme rhyming rhythm rhythmic rhythmically rib ribbon
    riboflavin rice rich richer riches richest richly richness rick rickets rickety ricksha
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
    roughage roughen roughly roulette round rounded rounder roundhouse rounding rouse rout route
    routed routine routinely routing rover roving row rowboat rowdy rowed rower rowing royal
    royalist royalties royalty rpm rs rub rubbed rubber rubbish rubble rubella rubies ruble rubric
    ruby rucksack ruckus ruckuses rudder ruddy rude rudely rudimentary rue rueful ruefully ruff
    ruffian ruffle rug rugby rugged rugrats ruin ruined ruinous rule ruled ruler ruling rum rumble
    rumbling ruminants ruminate rummage rummaged rummaging rummy rumor rumour rumoured rump rumple
    run runaway rundown rune rung runic runner running runny runoff runt runtime runway rupee
    rupture ruptured rural ruse rush rushed rushes rushing rusk rust rustic rustle rusty rut
    ruthless rye sable sabotage saboteur sabre sac sachem sack sacked sacraments sacred sacrifice
    sacrificed sacrificial sacrificing sacrilege sad sadden saddle saddled sades sadism sadist
    sadistic sadly sadness safari safe safeguard safeguarding safely safer safest safeties safety
    saffron sag saga sage saguaro said sail sailboat sailed sailing sailor saint saintly sake saki
    salaam salad salamander salami salaried salaries salary sale salesman salesmen salespeople
    salesperson saleswoman salience salient saline salinity saliva salivary salivate salivated
    salivating sallow salmon salmonella salon saloon salsa salt salted salter salty salutary
    salutation salute salvage salvation salve samba same samizdat sample sampled sampler sampling
    samurai sanctifies sanctify sanctimonious sanction sanctioned sanctioning sanctity sanctuaries
    sanctuary sand sandal sandbag sandboxes sandcastle sander sandier sandman sandmen sandpaper
    sandpiper sandstone sandwich sandwiches sandy sane sang sanitary sanitation sanitize sanitizing
    sanity sank sanserif sap saplings sapphire sarcasm sarcastic sarcoma sarcophagus sardine saree
    sari sash sashes sassy satanic satchel satellite satiating satiety satin satire satirical
    satirically satirise satirist satirize satisfaction satisfactorily satisfactory satisfied
    satisfies satisfy satisfying satraps saturate saturated saturating saturation satyrs sauce
    saucepan saucer saucy sauerkraut sauna sausage savage savagely savagery savanna savannah save
    saved savers saving savior saviour savor savories savory savour savoury savvies savvy saw
    sawdust sawn sawyer saxophone saxophonist say saying scab scaffold scalar scald scalding scale
    scaled scalene scaling scallion scallop scalloped scalp scalpel scalper scaly scam scan scandal
    scanner scanning scant scanties scantily scanty scapegoating scapula scar scarce scarcely
    scarcity scare scared scarf scariest scaring scarlet scarred scarves scary scatter scattered
    scattering scavenger scenario scene scenery scenic scent scented scepter sceptic sceptre
    schedule scheduled scheduler scheduling schema schematic scheme schism schist schizophrenia
    schizophrenic schnapps scholar scholarly scholarship scholastic school schoolchildren schooled
    schoolhouse schooling schoolmaster schoolmate schoolteacher schoolyard schooner sci science
    scientific scientifically scientist scintilla scion scissor sclerosis scoff scold scolded
    scollop scone scoop scooped scoot scooter scope scoped scorch scorched scorches score
    scoreboard scored scoreless scorer scoring scorn scornful scorpion scotch scotches scotchs
    scoundrels scour scoured scourge scout scouting scowl scrabble scram scramble scrambled
    scrambling scrap scrape scraped scraping scrapped scratch scratches scratching scratchy scrawl
    scrawny scream screamed screaming screech screeches screeching screen screened screening
    screenplay screenwriter screw screwdriver screwed screwy scribble scribbling scribe scrimmage
    script scripted scripting scriptural scripture scroll scrooge scrotum scrounge scrub scrubbing
    scruff scruffy scruple scrupulously scrutinized scrutinizing scrutiny scuba scuff scuffle
    sculling sculls sculpted sculpting sculptor sculptural sculpture sculptured scum scurried
    scurries scurry scurrying scurvy scuttle scuttled scythe sea seabed seabird seafaring seafood
    seal sealed sealing seam seaman seamen seamless seamstress seaplane seaport sear search
    searched searchers searches searching seashell seashore seasick seaside season seasonable
    seasonal seasonally seasoned seasoning seat seated seating seawater seaweed seaworthy sebaceous
    sec secede seceded seceding secession secessionist seclude secluded seclusion second
    secondarily secondary secondly secrecy secret secretarial secretariat secretaries secretary
    secrete secreted secreting secretion secretive secretly sect sectarian section sectional sector
    secular secularism secure secured securely securing securities security sedan sedate sedative
    sedentary sedge sediment sedimentary sedition seduce seduced see seed seeding seedling seedy
    seeing seek seeker seeking seem seemed seeming seemingly seen seep seepage seesaw seethe
    segment segmentation segmented segmenting segregate segregated segregating segregation
    segregationist segue seismic seize seized seizing seizure seldom select selected selecting
    selection selective selectively selectivity selector selenium self selfie selfish selfishness
    selfless sell seller selling selves semantic semen semester semi semiaquatic semicolon
    semiconductor semifinal seminal seminar seminary semipermeable senate senator senatorial send
    sender sending senile senility senior senna sensation sensationalism sense sensibility sensible
    sensing sensitive sensitivity sensitization sensitized sensor sensory sensual sensuous sent
    sentence sentenced sentencing sentience sentient sentiment sentimental sentinel sentries sentry
    sepals separable separate separated separately separating separation separatism separatist
    separators sepsis septicemia septuagenarian sepulchre sequel sequence sequenced sequencing
    sequential sequentially sequestered sequin sequoia sera serenade serendipity serene serenity
    serfdom serfs sergeant serial serialized series serious seriously seriousness sermon serpent
    serpentine serrated serum servant serve served server serverless service servicemen servicing
    servile serving servitude servo sesame session set setback settee setter setting settle settled
    settlement settler settling setup seven seventeen seventeenth seventh seventy sever several
    severally severance severe severed severely severity sew sewage sewed sewer sewing sewn sex
    sexes sexiest sexism sexist sexting sexton sexual sexuality sexually sexy sh shabby shack
    shackle shackled shackling shad shade shaded shading shadow shadowed shadowy shady shaft shaggy
    shah shaikh shake shakedown shaken shaker shaking shaky shale shall shallot shallow shallower
    sham shaman shamble shame shameful shampoo shamrock shandy shanks shanties shanty shape shaped
    shapely shaping shard share sharecroppers shared shareholder sharing shark sharp sharpen
    sharper sharpest sharply shatter shattered shattering shave shaved shaven shaver shaving shawl
    shaykh she sheaf shear sheared sheath sheathe sheathed sheathing sheave shed shedding sheen
    sheep sheepish sheer sheet sheeting sheik sheikh shelf shell shelled shellfish shelter
    sheltered shelve shelving shepherd shepherdess sherbert sherbet sheriff sherries sherry shield
    shielded shielding shies shift shifted shifting shifty shillings shimmer shin shine shiner
    shingle shining shiny ship shipbuilding shipment shipped shipping shipwrecks shipwright
    shipyard shire shirk shirt shiver shivering shoal shock shocked shocker shocking shockingly
    shod shodden shoddy shoe shoelace shoeshine shogun shone shoo shook shoon shoot shooter
    shooting shootout shop shopkeeper shoplifter shoplifting shopper shopping shore shoreline shorn
    short shortage shortcomings shortcut shorten shortened shortening shorter shortest shortfall
    shorthand shorthorn shortlist shortly shortness shortstop shot shotgun should shoulder shout
    shouted shouting shove shoved shovel shovelful shoveling shoving show showbiz showboats
    showcase showcased showcasing showdown showed shower showered showering showing showman showmen
    shown showplace showroom showy shrank shrapnel shredded shredder shreds shrew shrewd shriek
    shrieked shrike shrill shrimp shrine shrink shrinkage shrinking shrivel shroud shrouded shrub
    shrubbery shrug shrugged shrunk shrunken shuck shuffle shun shunned shunt shunting shut
    shutdown shutter shuttered shutting shuttle shuttled shy shyness sibling sibyl sic sick sicken
    sickle sickly sickness side sidebar sided sidekick sidelight sideline sidelining sidelong
    sidereal sideshow sidestep sidewalk sidewalls sideways siding sidle siege sierra siesta sieve
    sift sigh sight sighting sightseeing sightseers sigma sign signal signaled signaling signalled
    signalling signatories signature signed significance significant significantly significations
    signifies signify signifying signing signpost silage silence silent silently silica silicate
    silicon silicone silk silken silky sill sillies silly silo silt silver silversmiths silverware
    silvery sim simian similar similarities similarity similarly simile simmering simple simpler
    simplest simplex simplicity simplified simplifies simplify simplifying simply simulate
    simulated simulating simulation simulator simulcast simultaneous simultaneously sin since
    sincere sincerely sincerity sinew sinewy sinful sing singe singer singing single singled
    singleton singly singular singularly sinister sink sinkers sinking sinner sinus sinuses
    sinusitis sinusoidal sip siphon siphoning sipped sir sire siren sirloin sirup sisal sissies
    sissy sister sisterhood sit sitar sitcom site sited sitting situ situate situated situation
    situational six sixes sixpence sixteen sixteenth sixth sixties sixtieth sixty sizable size
    sizeable sized sizer sizing sizzle sizzling skate skateboard skateboarder skateboarding skated
    skater skating skein skeletal skeleton skeptic skeptical skepticism sketch sketched sketches
    sketching sketchy skew skewed skewer ski skid skidded skidding skier skies skiing skilful skill
    skilled skillet skillful skillfully skim skimming skimp skimpy skin skinny skip skipped
    skipping skirmish skirmishes skirt skit skittish skulk skulking skull skullduggery skunk sky
    skydiver skydives skydiving skylight skyline skyscraper slab slabbed slack slacken slag slain
    slake slalom slam slammed slammer slander slandered slang slant slap slash slashed slashes slat
    slate slated slaughter slaughtered slaughterhouse slave slavers slavery slavish slaw slay
    slayer sleazy sled sledding sleek sleep sleeper sleeping sleepless sleepwalker sleepwalking
    sleepwalks sleepy sleet sleeve sleigh slender slept slew slice sliced slicing slick slid slide
    slider slideshow sliding slight slighted slightly slim slime slimy slings slink slip slipknot
    slipped slipper slippery slipshod slit sliver slob slog slogan sloop slop slope sloped sloping
    sloppy slosh sloshes slot sloth slothful slouch slouches slouching slow slowdown slowed slower
    slowest slowing slowly slowness sludge slug slugging sluggish sluice slum slumdog slump slumped
    slung slunk slur slurred slush slut sly smack smacker small smaller smallest smallish smallpox
    smart smartly smartphone smash smashed smashes smashing smear smearing smell smelled smelling
    smelly smelt smelting smidge smidgen smidgeon smidgin smile smiled smiling smirk smit smite
    smiths smitten smock smog smoke smoked smoker smoking smoky smoldering smooth smoother smoothes
    smoothie smoothly smote smother smothered smudge smudged smug smuggle smuggler smuggling smut
    snack snag snail snake snap snapped snapper snapping snappy snapshot snare snaring snarl
    snarling snatch snatched snatches sneak sneaker sneaking sneaky sneeze sneezing snickers snide
    sniff sniffing sniffle snip snipe sniper snippet snitch snitches snob snobbery snobbish snooker
    snoop snoopy snooty snooze snore snoring snorkel snorkeling snorkelling snort snorting snot
    snout snow snowball snowboard snowboarding snowfall snowflake snowman snowmobile snowplow
    snowshoe snowshoeing snowstorm snowy snub snuck snuff snug snuggle so soak soaked soap
    soapstone soapy soar soared sob sober sobriety sobriquet soccer sociability sociable social
    socialism socialist socialistic socialite socialization socialize socialized socially societal
    societies society sociocultural socioeconomic sociological sociologist sociology sociopaths
    sock socket sod soda sodden sodium sodomy sofa soft softball soften softened softener softer
    softest softly softness software soggy soil soiled sojourn sol solace solar sold soldier
    soldiering sole solely solemn solemnly solenoids soli solicit solicitation solicited soliciting
    solicitor solid solidarity solidified solidify solidifying solidity solidly soliloquies
    solitary solitude solo soloing soloist solstice solubility soluble solution solvable solve
    solved solvent solver solving somatic somber sombre sombrero some somebody someday somehow
    someone something sometime somewhat somewhere son sonata song songbird songwriter songwriting
    sonic sonnet sonny sonorous soon sooner soot soothe soothing sooty sop sophisticated
    sophistication sophistry sophomore soprano sorbet sorcerer sorcery sordid sore sorghum sorority
    sorrow sorry sort sorta sorted sorting sought soul soulless sound sounded sounder sounding
    soundly soundtrack soup soupy sour source sourced sourcing sourdough souring south southbound
    southeast southeastern southerly southern southerners southernmost southpaw southward southwest
    southwestern souvenir sovereign sovereignty sow sown sox soy soybean spa space spacecraft
    spaced spaceflight spaceman spaceship spacetime spacewalk spacial spacing spacious spade
    spaghetti spam span spandex spangle spaniel spank spanned spanner spanning spar spare spared
    sparing spark sparked sparking sparkle sparkling sparring sparrow sparse sparsely sparser
    sparsity spasm spastic spat spate spatial spatula spawn spawned spay spaying speak speaker
    speaking spear spearheaded spearmint spec special specialisation specialised specialises
    specialising specialist specialities specialization specialize specialized specializing
    specially specialties specialty specie specific specifically specification specified specifies
    specify specifying specimen specious speck spectacle spectacular spectator specter spectra
    spectral spectre spectroscopy spectrum speculate speculated speculation speculative speculator
    sped speech speeches speed speeded speedily speeding speedster speedup speedway speedy spell
    spelled spelling spelt spend spending spent sperm spermatozoon spew sphere spherical spheroid
    sphincter sphinges sphinx sphinxes spice spiced spicy spider spied spies spigot spike spill
    spillage spilled spilling spilt spin spinach spinal spindle spindly spine spinet spinner
    spinning spiny spiral spiraling spiralling spire spirit spirited spiritual spirituality
    spirituous spit spite spiteful spitfire spitting spittle splash splashed splashes splashing
    splat spleen splendid splendor splice spliced splicing splint splinter splintered split
    splitting splurge spoil spoilage spoiled spoiling spoilt spoke spoken spokesman spokesperson
    sponge spongy sponsor sponsored sponsoring sponsorship spontaneity spontaneous spontaneously
    spoof spoofing spook spooky spool spoon spooned spoonerisms spoonful spooning sporadic
    sporadically spore sporran sport sported sporting sportsman sportsmanship sportsmen spot
    spotless spotted spotting spotty spouse spout sprain sprained sprang sprawl sprawling spray
    sprayed spraying spread spreading spreadsheet spree sprig spring springboard springing springy
    sprinkle sprinkled sprinkler sprinkling sprint sprinter sprinting sprite sprout sprouted spruce
    sprung spry spud spun spunk spur spurious spurn spurned spurning spurred spurring spurt sputum
    spy spying spyware sq squabble squad squadron squalid squall squalor square squared squarely
    squaring squash squashed squashes squat squatters squatting squawk squeak squeaking squeaky
    squeal squeegee squeeze squelch squid squint squire squirm squirrel squirt sriracha stab
    stabbed stabilise stabilising stability stabilization stabilize stabilized stabilizer
    stabilizing stable stabling stack stacked stacking stadia stadium staff staffed staffer
    staffing stag stage staged stagflation staggered staggering staging stagnant stagnate stagnated
    stagnation staid stain stained staining stainless stair staircase stairway stake stakeholders
    stalagmite stale stalemate stalemated stalemating stalk stalker stalking stall stalled stalling
    stallion stalwart stamina stamp stamped stampede stampeding stamping stance stanch stanches
    stand standalone standard standardised standardization standardize standardized standardizing
    standby standbys standing standoff standout standpoint standstill stank stanza staphylococci
    staphylococcus staple stapler stapling star starboard starch starches starchy stardom stare
    stared starfish stark starkly starlight starling starred starring starry start started starter
    starting startle startled startup starvation starve starving stash stashed stat state stated
    statehood stateless stately statement statesman statesmen statewide static statically stating
    station stationary stationed stationery statistic statistical statistically statistician
    statuary statue statuette stature status statuses statute statutory staunch stave stay stayed
    staying stead steadies steadily steady steak steakhouse steal stealing stealth stealthy steam
    steamboat steamed steamer steamships steamy steel steely steep steeped steeper steepest
    steeping steeple steeplechase steeply steer steered steering stein stellar stem stemmed
    stemming stench stenches stencil step stepbrother stepdad stepfather stepmom stepmother steppe
    stepped stepping stepsister stereo stereotype stereotyped stereotypical stereotyping sterile
    sterility sterilization sterling stern sterner steroid stethoscope stew steward stewardess
    stewardship stewed stick sticker stickies sticking stickler sticky stiff stiffen stiffer
    stiffness stifle stifled stigma stigmata stigmatized stigmatizing still stiller stillness
    stilted stilts stimulant stimulate stimulated stimulating stimulation stimuli stimulus sting
    stinger stinging stingray stingy stink stinking stint stipend stipulated stipulates stipulating
    stipulations stir stirred stirring stirrup stitch stitched stitches stochastic stock stockade
    stockbroker stocked stockholder stocking stockpile stocky stodgy stoic stoical stoicism stoke
    stole stolen stolid stomach stomachs stomp stomping stone stoned stonewall stoneware stoney
    stony stood stooges stool stoop stop stopgap stoplight stoppage stopped stopper stopping
    storage store stored storefront storey storied stories storing stork storm stormed storming
    stormy story storybook storyline stout stove stow stowaway stowed straddle straddling strafing
    straggle straight straighten straightforward strain strained straining strait strand stranded
    strange strangely strangeness stranger strangle strap strapped strapping strata strategic
    strategically strategies strategist strategy stratification stratified stratify stratum straw
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
    stupefied stupefy stupendous stupid stupidity stupor sturdier sturdy sturgeon stuttering style
    styled styling stylish stylist stylized stylus stymied suave sub subatomic subclass subcompact
    subcontinent subcontract subcontracted subcontractor subculture subcutaneous subdivided
    subdividing subdivision subdue subdued subfamily subgroup subject subjected subjecting
    subjection subjective subjectively subjugate subjugated subjugating subjugation subjunctive
    sublease subleasing sublet sublimate sublimation sublime subliminal submarine submerge
    submerged submergence submersibles submersion submission submit submitted submitting
    subordinate subordinating subordination subpoena subpoenaed subroutines subscribe subscribed
    subscribers subscript subscription subsection subsequent subsequently subservient subset
    subside subsided subsidence subsidiaries subsidiary subsidies subsidize subsidized subsidizing
    subsidy subsist subsisted subsistence subsoil subsonic subspace subspecies substance
    substandard substantial substantially substantiate substantive substitute substituted
    substituting substitution substrate subsumed subsystems subterranean subtitle subtitled subtle
    subtler subtleties subtlety subtract subtracted subtracting subtraction subtropical suburb
    suburban subversive subvert subway succeed succeeded succeeding success successes successful
    successfully succession successive successively successor succinct succinctly succor succour
    succulent succumb succumbed succumbing such suck sucker sucking suckle suckling sucrose suction
    sudden suddenly suds sue sued suede suffer suffered sufferers suffering suffice sufficed
    sufficiency sufficient sufficiently suffix suffixes suffocated suffrage suffragette suffused
    sugar sugarcane sugary suggest suggested suggesting suggestion suggestive suicidal suicide
    suing suit suitability suitable suitably suitcase suite suited suitor sukiyaki sulfate sulfur
    sulfuric sulfurous sulk sulkies sulky sullen sully sulphur sultan sultanate sultry sum
    summarily summarise summarised summarising summarize summarized summarizing summary summed
    summer summertime summing summit summon summoned sumo sun sunbathe sunbathers sunbathing
    sunburn sunburnt sundae sundial sundown sundries sundry sunfish sunflower sung sunglasses sunk
    sunken sunlight sunlit sunniest sunny sunrise sunroof sunscreen sunset sunshine sunspot suntan
    sunup sup super superb supercharger supercharging supercomputer superconductivity
    superconductor superego superficial superhero superheroes superhuman superintendent superior
    superiority superlative superman supermarket supermodels supernatural supernova superpower
    supersede superseded superseding supersonic superstar superstition superstitious superstructure
    supervening supervillains supervise supervised supervising supervision supervisor supervisory
    supine supper supplant supplanting supple supplement supplemental supplementary supplemented
    suppleness supplicated supplications supplied supplier supplies supply supplying support
    supported supporter supporting suppose supposed supposedly supposing suppress suppressed
    suppresses suppressing suppression supranational supremacist supremacy supreme supremely
    surcharge sure surely surety surf surface surfaced surfacing surfboard surfboarding surfed
    surfer surfing surge surged surgeon surgeries surgery surgical surgically surmise surmised
    surmount surname surpass surpassed surpassing surplus surpluses surprise surprised surprising
    surprisingly surreal surrealism surrealistic surrender surrendered surrendering surreptitious
    surreptitiously surrogate surround surrounded surrounding surveillance survey surveyed
    surveying surveyor survival survive survived surviving survivor susceptibility susceptible
    sushi suspect suspected suspecting suspend suspended suspending suspense suspension suspicion
    suspicious suspiciously sustain sustainability sustainable sustained sustaining sustenance swab
    swaddle swain swallow swallowed swallowing swam swami swamp swampy swan swap swapped swapping
    swarm swarming swarthy swashbuckler swat swath swathe sway swayed swear sweat sweater sweating
    sweatpants sweatshirt sweaty sweep sweeper sweeping sweepstakes sweet sweeten sweetened
    sweetener sweeter sweetheart sweetly sweetness swell swelling sweltering swept swerve swerved
    swift swiftly swig swill swim swimmer swimming swimsuit swindle swindled swine swing swingers
    swinging swipe swirl swirled swish swishes switch switched switches switching swivel swollen
    swoon swoop sword swordfish swordsman swore sworn swum swung sycamore syllabi syllabic syllable
    syllabus syllogism syllogistic symbiosis symbiotic symbol symbolic symbolically symbolising
    symbolism symbolization symbolize symbolized symbolizing symmetric symmetrical symmetrically
    symmetries symmetry sympathetic sympathetically sympathizers sympathy symphonic symphony
    symposia symposium symptom symptomatic synagog synagogue synapse synaptic sync synchronised
    synchronization synchronized syndicate syndrome synergy synonym synonymous synopses synopsis
    syntax synthesis synthesise synthesised synthesisers synthesize synthesized synthesizer
    synthetic synthetically syphilis syphon syringe syrup system systematic systematically systemic
    systolic tab tabbed tabbies tabby tabernacle table tableau tablecloth tablespoon tablet
    tableware tabloid taboo tabu tabulate tabulation tachometer tachycardia tacit taciturn tack
    tacked tackle tackled tackling tacky taco tact tactful tactic tactical tactically tactile
    tactless tadpole taffy tag tagged tagging tail tailed tailgate taillights tailor tailored
    tailoring tailpipe tailspin taint take takeaways taken takeoff takeout takeover taker taking
    talc tale talent talented talisman talk talkativeness talked talking tall taller tallest
    tallied tallies tallow tally talon tam tamales tamarind tambourine tame taming tampered tan
    tandem tang tangelo tangent tangential tangerine tangible tangle tangled tango tangy tank
    tankard tanker tanner tannin tantalizing tantrum tap tape taped tapered tapering tapestry
    tapeworm taping tapped tapping tar tardigrades tardiness tardy tare target targeted targeting
    tariff tarnish tarnished taro tarp tarpon tarries tarry tart tartan tartar task tasked tassel
    taste tasted tasteful tasteless tastiness tasting tasty tat tattered tattle tattoo tatty taught
    taunt taunting taut tavern tawdry tawny tax taxable taxation taxed taxes taxi taxicab
    taxidermist taxies taxing taxonomic taxonomy taxpayer tea teach teachable teacher teaches
    teaching teacup teak teal team teamed teammate teamwork teapot tear teardrop tearful tearfully
    tearing tearoom tease teased teasers teasing teaspoon teaspoonfuls teat tech technical
    technically technician technique techno technocracy technological technologically technologies
    technology tectonics tedious tedium tee teem teeming teen teenage teenager teepee teeth teethe
    teething teetotal teetotaler tel telecast telecaster telecommunication telegram telegraph
    telemetry telepathically telepathy telephone telephoned telephony telescope telescoping
    telethon teletype televise televised television telex tell teller telling telltale temp
    temperament temperamental temperance temperate temperature tempered tempests tempestuous tempi
    template temple tempo temporal temporarily temporary tempt tempted ten tenacity tenancies
    tenancy tenant tend tended tendencies tendency tender tendered tendering tenderize tenderness
    tending tendinitis tendon tendonitis tendril tenement tenet tenfold tennis tenor tense tensed
    tensile tension tensor tent tentacle tentative tentatively tenth tenuous tenure tenured tepee
    tepid tequila terabytes tercentenary term termed terminable terminal terminally terminate
    terminated terminating termination terminator termini terminologies terminology terminus
    termite tern terrace terracing terrain terrapins terrestrial terrible terribly terrier terrific
    terrified terrify terrifying territorial territories territory terror terrorism terrorist
    terrorized terrorizing terry terse tertiary test testament testamentary tested tester testes
    testicle testified testifies testify testifying testimonial testimony testing testis
    testosterone tetanus tetrahedra tetrahedron text textbook textile texting textual texture
    thalamus than thank thanked thankful thanking that thatch thatched thatcher thatches thatching
    thaw thawing the theater theatre theatrical theatrically theft their theist them thematic
    thematically theme themselves then thence thenceforth theocracy theocratic theologian
    theological theology theorem theoretical theoretically theoretician theories theorise
    theorising theorist theorize theorized theorizing theory therapeutic therapeutically therapies
    therapist therapy there thereafter thereby therefore therein thereof thereon thereto thereupon
    thermal thermodynamic thermometer thermonuclear thermoplastics thesauri thesaurus these thesis
    thespians theta they thiamin thiamine thick thicken thicker thicket thickness thicknesses thief
    thieve thievish thigh thimble thin thing think thinker thinking thinly thinnest thinning third
    thirst thirsty thirteen thirteenth thirties thirtieth thirty this thistle thong thoracic thorax
    thorium thorn thorny thorough thoroughbred thoroughfare thoroughly those though thought
    thoughtful thoughtfulness thous thousand thrash thrashes thread threat threaten threatened
    threatening three threefold thresh threshes threshold threw thrice thrift thrifty thrill
    thriller thrive thriven thriving throat throb thrombosis throne throng thronging throttle
    through throughout throughput throve throw throwing thrown thrust thruway thud thug thumb thump
    thunder thunderbolt thunderclap thunderhead thunderstorm thus thwart thwarted thyme thymus
    thyroid tiara tibia tic tick ticker ticket ticketed tickle ticklish tidal tidbit tide tidies
    tidily tidy tie tied tier tiff tiger tight tighten tightening tighter tightly tightness
    tightwad tilde tile tiled tiling till tilling tilt tilted tilting timber timbre time timed
    timeframe timeless timeline timely timer timestamp timezone timid timidity timing timpani tin
    tines ting tinge tingle tingling tinker tinkle tinny tinsel tint tinted tiny tip tipi tipped
    tipster tipsy tiptoe tirade tire tired tiredness tireless tiresome tiring tissue tit titan
    titanium titbit tithes title titled tittle titular to toad toady toast toasted toaster toasting
    toastmasters tobacco toboggan tobogganing today toddle toddler toe toenail toffee toffies toffy
    tofu toga togae together toggle togs toil toilet token told tolerable tolerance tolerant
    tolerate tolerated toleration toll tolled tomahawk tomato tomatoes tomb tomboy tombstone tomcat
    tome tomorrow toms ton tonal tone tong tongue tonic tonight tonnage tonne tonsil too took tool
    toolbox toolkit toot tooth toothbrush toothpaste toothpick top topaz topazes topcoat topic
    topical topographic topographical topography topological topologically topology topped topping
    topple toque tor torch torches tore torment tormenting torn tornado tornadoes torpedo torpedoed
    torpedoes torpedoing torque torrent torrential torrid torsi torsion torso tort tortilla
    tortoise tortoiseshell tortuous torture tortured torus toss tossed tosses tossing tost tot
    total totaled totaling totalitarian totalitarianism totality totally tote totem tottering
    toucan touch touchdown touched touches touching touchscreen touchy tough toughen toughest
    toughness toupee tour toured touring tourism tourist tournament tousle tout touted tow toward
    towed towel toweled tower towering towing town townhouse townsfolk township toxic toxicity
    toxicologist toxicology toxin toy trace traceable traced tracer trachea tracing track tracked
    tracking tract traction tractor trade traded trademark trader tradesman trading tradition
    traditional traditionally traffic traffickers trafficking tragedies tragedy tragic tragically
    tragicomedies trail trailed trailer trailing train trained trainee trainer training trait
    traitor trajectories trajectory tram tramp trample trampling trampoline trance tranquil
    tranquility tranquilizers tranquillity trans transact transacted transacting transaction
    transatlantic transcended transcendence transcendental transcendentalism transcendentalist
    transcends transcontinental transcribe transcribed transcript transcription transcriptome
    transducer transfer transference transferred transferring transform transformation transformed
    transformer transforming transfusion transgress transgresses transgression transgressor
    transience transient transistor transit transited transition transitional transitioned
    transitioning translate translated translating translation translator transliterated
    transliteration translucent transmissible transmission transmit transmitted transmitter
    transmitting transmute transmuted transnational transom transparency transparent transpiration
    transpiring transplant transplantation transport transportation transported transporter
    transporting transposed transubstantiation transverse trap trapdoor trapeze trapezoid trapped
    trapping trash trashcan trashed trashes trashy trauma traumata traumatic traumatize travel
    traveled traveler traveling travelled traveller travelling travelogue traverse traversed
    traversing travesty trawl tray treachery treacle tread treadmill treason treasonous treasure
    treasuries treasury treat treated treaties treating treatise treatment treaty treble tree
    treetops trek trekked trekking trellis tremble tremendous tremendously tremolo tremor trench
    trenchant trenches trend trended trendies trendy trespass trespassed trespasser trespassing
    trestle tri triad trial trialling triangle triangular triangulation triathlon tribal tribalism
    tribe tribunal tribune tributaries tributary tribute triceps trick tricked trickery trickle
    tricky tricycle trident tried tries trifle trifling trig trigger triggered triggering
    triglyceride trigonometric trilateral trill trilling trillion trilogy trim trimaran trimester
    trimmed trimmers trimming trinity trinket trio trip tripartite tripe triple tripled triplet
    tripling tripod tripos tripped tripping trite triumph triumphal triumphantly triumphed
    triumphing triumvirate trivia trivial triviality trod trodden troglodytes troika troll trolley
    trollies trombone tromp troop trooper trophies trophy tropic tropical troposphere trot trouble
    troubled troublesome troubling trough trounce troupe trousers trousseau trout trowel troy
    truancy truant truce truck trucking trudge true truer truffle truism truly trumpet trumpeter
    trumps truncate truncated trunk truss trust trusted trustee trusteeship trustful trusties
    trustworthy trusty truth truthful truthfulness try trying tryout ts tsar tsarina tsunami tub
    tuba tube tubeless tuberculosis tubers tubing tubular tuck tucked tucker tuft tug tugging
    tuition tulip tumble tummies tummy tumor tumour tumult tumultuous tuna tundra tune tuned
    tuneful tungsten tunic tuning tunnel tunneling turban turbine turbojet turbot turbulence
    turbulent turd tureen turf turgid turkeys turmeric turmoil turn turnaround turned turner
    turning turnip turnout turnover turnpike turntable turpentine turquoise turret turtle turves
    tusk tussle tutelage tutor tutored tutorial tutoring tux tuxedo tuxedoes twain twang tweak twee
    tweed tweet tweeted twelfth twelve twenties twentieth twenty twice twiddle twig twilight twin
    twine twinge twinkle twirl twist twisted twisting twitch twitches two twofold tycoon tying
    tympanic type typed typeface typescript typeset typesetting typewriter typhoid typhoon typhus
    typical typically typifies typify typing typist typographic typos tyrannical tyrannies
    tyrannosaur tyrannosaurus tyranny tyrant tyre tzar ubiquitous ugh ugliness ugly uh ukelele
    ukulele ulcer ulcerated ulna ulterior ultimata ultimate ultimately ultimatum ultra ultramarine
    ultrasonic ultrasound ultraviolet umbilical umbilicus umbrella umpire umpired umpteen un
    unabated unable unacceptable unaccountable unaffected unalterable unaltered unambiguous
    unanimity unanimous unanimously unanswered unanticipated unappetizing unarmed unassailable
    unassisted unattached unattended unauthorised unauthorized unavailable unavoidable unaware
    unbalanced unbeaten unbeknownst unbiased unblock unborn unbound unbounded unbroken unburden
    uncanny uncaring uncertain uncertainties uncertainty unchanged unchanging uncharacteristic
    uncharted unchecked uncivilized uncle unclean unclear uncomfortable uncommitted uncommon
    uncommonly uncomplicated uncompromising unconcerned unconditional unconscionable unconscious
    unconsciousness unconstitutional uncontested uncontrollable uncontrolled unconventional
    uncooperative uncoordinated uncorrelated uncountable uncouth uncover uncovered uncovering uncut
    undamaged undecidable undefeated undefined undelivered undemocratic undeniable undeniably under
    underachieving underage underarm underclass undercoat undercover undercurrent undercut
    underdeveloped underdog underestimate undergo undergoes undergoing undergone undergraduate
    underground undergrowth underhand underlay underlie underline underlined underlying undermine
    undermined undermining underneath underpaid underpin underpinning underscores underscoring
    undersea undershirts underside understand understandable understanding understated
    understatement understates understood undertake undertaken undertaker undertaking undertook
    undertow undervalue underwater underway underwear underweight underwent underworld underwriters
    undesirable undetermined undeterred undeveloped undid undisciplined undisclosed undiscovered
    undisputed undisturbed undivided undo undocumented undoes undoing undone undoubtedly undress
    undressed undressing undue undulating unduly unearth unearthed uneasy uneconomic unemployed
    unemployment unenforceable unenthusiastic unequal unequally unequivocal unerring unethical
    uneven unevenly uneventfully unexpected unexpectedly unexplained unexplored unfair unfairly
    unfamiliar unfasten unfavorable unfavorably unfettered unfinished unfit unflinching unfold
    unfolded unfolding unforeseeable unforeseen unfortunate unfortunately unfriendly unfulfilled
    unfunny unfurl ungovernable ungrateful unhappily unhappy unharmed unhealthy unheard unheeded
    unhelpful unhook unhurried unhurt unicorn unicycle unidentified unidirectional unification
    unified unifies uniform uniformed uniformity uniformly unify unifying unilateral unilaterally
    unimaginable unimpaired unimportant unimpressed unimpressive unincorporated uninhabitable
    uninhabited uninhibited uninsured unintelligible unintended unintentional unintentionally
    uninterested uninteresting uninterrupted uninvited union unionise unionize unique uniquely
    unisex unison unit unitary unite united unities uniting unity universal universality
    universally universe universities university unjust unjustifiable unjustly unkempt unkind
    unknowingly unknown unlabeled unlawful unlawfully unleash unleashed unleashes unless unlike
    unlikely unlimited unlisted unload unloaded unloading unlock unlocked unluckily unlucky unman
    unmanned unmarried unmask unmatched unmistakably unmodified unnamed unnatural unnecessarily
    unnecessary unneeded unnerve unnoticed unobjectionable unoccupied unofficial unofficially
    unopposed unorganized unorthodox unpack unpaid unpalatable unparalleled unpick unplanned
    unpleasant unplug unplugged unpopular unpopularity unprecedented unpredictable unproductive
    unprofessional unprofitable unprotected unproven unprovoked unpublished unqualified
    unquenchable unravel unraveling unread unreal unrealistically unrealized unreasonable
    unreasonably unrecognizable unrecorded unregistered unregulated unrelated unreleased
    unrelenting unreliable unremarkable unresolved unrest unrestrained unrestricted unripe unroll
    unrolled unruly unsafe unsaid unsalted unsatisfactory unsatisfied unsaturated unsavory unsay
    unscheduled unscientific unscrew unscrupulous unseat unseen unset unsettle unsettled unsightly
    unsigned unskilled unsold unsolicited unsolved unsound unspeakable unspecified unsportsmanlike
    unstable unstuck unsuccessful unsuccessfully unsuitable unsung unsupervised unsupported unsure
    unsweetened untamed untangle untenable unthinkable untidy untie until untimely untitled unto
    untold untouchables untouched untreatable untreated untrue untruthful unused unusual unusually
    unveil unveiled unwanted unwarranted unwary unwashed unwelcome unwell unwieldiness unwieldy
    unwilling unwillingness unwind unwise unwitting unwittingly unworkable unworthy unwound unwrap
    unwritten up upbeat upcoming upcycle update updated updating upend upgrade upgraded upgrading
    upheaval upheld uphill uphold upholding upholstered upholstery upkeep upland uplift uplifted
    uplifting upload uploaded upon upper uppercase upperclassman upperclassmen upright uprising
    uproar uproot ups upset upshot upside upstaged upstairs upstart upstate upstream upsurge uptake
    uptight uptown upturn upturned upward uranium urban urbane urbanization urbanized urchin urea
    urethra urge urged urgency urgent urging urinalysis urinary urinate urinated urination urine
    urn urologists us usability usable usage use used useful usefulness useless user username usher
    ushered ushering using usual usually usurers usurp usury utensil uteri uterine uterus uteruses
    utilisation utilise utilised utilising utilitarian utilitarianism utilities utility utilization
    utilize utilized utilizing utmost utopia utopian utter utterance uttered utterly uvula
    vacancies vacancy vacant vacate vacated vacating vacation vacationer vacationing vaccinate
    vaccination vaccine vacillated vacua vacuous vacuum vacuumed vagabond vagaries vagary vagina
    vaginae vaginal vagrant vague vaguely vagueness vain valance vale valedictorian valence
    valentine valet valiant valid validate validated validating validation validity validly valise
    valley valor valour valuable valuation value valued valueless valuing valve vampire van
    vanadium vandal vandalism vandalized vane vanguard vanilla vanish vanished vanishes vanishing
    vanities vanity vanquish vanquished vantage vapor vaporise vaporization vaporize vaporized
    vapour var variability variable variance variant variation varicose varied varies varietal
    varieties variety various variously varnish varsity vary varying vascular vase vasectomy vassal
    vast vastly vat vaudeville vault veal vector veer veering vegan vegetable vegetarian
    vegetarianism vegetate vegetation vegetative vehemently vehicle vehicular veil vein velocities
    velocity velour velvet velvety vend vending vendor veneer venerable venerate venerated
    venerating vengeance vengeful venison venom venomous venous vent vented ventilation ventilator
    venting ventral ventricle ventricular venture ventured venturing venue veracity veranda
    verandah verb verbal verbally verbatim verbena verbiage verbose verbosity verdict verdigris
    verge verifiable verification verified verifies verify verifying vermin vermouth vernacular
    vernal versatile versatility verse versed version versus vertebra vertebrae vertebrate vertex
    vertical vertically vertices vertigo verve very vesicle vessel vest vested vestibule vestige
    vestigial vet veteran veterinarian veto vetoes vex vexation vexes vi via viability viable
    viaduct vial vibrant vibrate vibrating vibration vibrato vicar vicarious vicariously vice
    viceroy vicinity vicious viciously vicissitudes victim victimized victimizing victor victories
    victorious victoriously victory video videotape videotaped vie vied view viewed viewer viewing
    viewpoint vigil vigilant vigilante vignettes vigor vigorous vigorously vigour vii viii vile
    vilifies vilify villa village villagers villain villainous villainy vinaigrette vindicate
    vindicated vindicating vindictive vine vinegar vineyard vintage vintner vinyl viola violate
    violated violating violation violence violent violently violet violin violinist violoncello
    viper viral virgin virginity virile virility virology virtual virtually virtue virtuosi
    virtuosity virtuoso virtuous virtuously virulence virulent virus viruses visa viscosity
    viscount viscous vise visibility visible visibly vision visit visitation visited visiting
    visitor visor vista visual visualised visualization visualize visualized visually vital
    vitality vitamin vitiated viticulture viva vivacity vivid vividly viviparous vixen viz vizier
    vizor vlog vocabulary vocal vocalist vocalizations vocally vocation vocational vodka vogue
    voice voiced void voided vol volatile volatility volcanic volcanism volcano volcanoes volition
    volley volleyball volt voltage voltaic voltmeter volume voluminous voluntarily voluntary
    volunteer volunteered volunteering vomit vomited vomiting voodoo voracious voraciously vortex
    vortexes vortices vote voted voter voting vouch voucher vouches vouching vow vowed vowel voyage
    voyager voyeurism voyeurs vs vulcanized vulgar vulgarly vulnerabilities vulnerability
    vulnerable vulture vulva wacker wad wadding waddle waders wades wadi wading wafer waffle waft
    wag wage waged wager waggon waging wagon waif wail wailing waist waistband waistcoat wait
    waited waiter waiting waitress waive waived waiver waiving wake wakefulness waken waking waldo
    wale walk walked walker walking walkout walkways wall wallet wallflowers wallop wallow
    wallpaper walnut walrus walruses waltz waltzes wand wander wandered wanderers wandering wane
    waned waning wanna want wanted wanting wanton war warble warbler ward warden wardrobe ware
    warehouse warehousing warfare warhead warlike warlock warlords warm warmed warmer warmest
    warming warmly warmth warn warned warning warp warpath warping warrant warranted warranties
    warranting warranty warren warring warrior warship wart wartime wary was wash washboard
    washbowls washcloth washed washer washes washing washout washroom washtubs wasp wastage waste
    wasted wasteful wasteland wasting watch watchdog watched watcher watches watchful watching
    watchman watchmen watchtower water waterbed watercolor watercolour watercourse watercress
    watered waterfall waterfront watering waterlogged watermelon waterproof waterproofing watershed
    waterside waterspouts waterway waterworks watery watt wattle wave waved waveform wavelength
    wavy wax waxed waxes waxworks waxy way waylaid waylay wayside wayward we weak weaken weakened
    weakening weaker weakest weakly weakness weaknesses wealth wealthier wealthiest wealthy wean
    weaning weapon weaponry wear wearer wearies wearing weary weasel weather weathering weave
    weaver weaving web webbed webbing webcam webhook webinar webisodes website wedding wedge
    wedlock weds wee weed weedy week weekday weekend weeklies weekly weep weeping weigh weighed
    weighing weight weighted weighting weightlessness weightlifting weighty weir weird weirdo
    welcome welcomed weld welded welder welding welfare well wellbeing welled wellington welt
    welterweight went wept were werewolf west westbound westerlies westerly western westerners
    westernmost westward wet wetland wetness wetter wettest whack whale whalers whaling whammy
    wharf wharves what whatchamacallit whatever whatsoever wheat wheedle wheel wheelbarrow
    wheelchair wheeled wheeler wheeze wheezing when whence whenever where whereabouts whereas
    whereby wherefore wherein whereof whereupon wherever whet whether whew whey which whichever
    whiff while whilst whim whimsical whine whining whinnies whinny whip whiplash whipped whir
    whirl whirligig whirr whisk whiskers whiskey whiskies whisky whiskys whispered whispers whistle
    white whiteboard whitefish whiten whitening whitish whittle whittling whiz whizz whizzed
    whizzes whizzing who whoa whoever whole wholeheartedly wholeness wholesale wholesaler wholesome
    wholly whom whomsoever whoop whooping whore whose whosoever why whys wi wick wicked wicket wide
    widely widen widened widening wider widespread widest widget widow widowed widower width wield
    wielding wiener wife wifi wig wiggle wiggled wight wigwam wiki wild wildcat wildebeest wilder
    wilderness wildfire wildflower wildlife wildly wile wilful will willed willful willfully
    willfulness willing willingly willingness willow wilt win wince winch winches wind windbreak
    windfall windiest winding windmill window windowpane windowsill windpipe windscreen windshield
    windsurfing windy wine wineries winery wing winged winger wingless wingspan wink winner winning
    wino winsome winter wintering wintery wintry wipe wiped wiper wiping wire wireless wiretapping
    wiring wiry wisdom wise wisest wish wishbone wished wishes wishful wishing wisp wispy wist
    wistful wistfully wit witch witchcraft witches with withdraw withdrawal withdrawing withdrawn
    withdrew withheld withhold withholding within without withstand withstanding withstood witless
    witness witnessed witnesses witnessing witty wive wiz wizard wizardry wizes wizzes wobble woe
    woefully wok woke woken wolf wolverine wolves woman womb wombat women won wonder wondered
    wonderful wonderfully wondering wonderland wondrous woo wood woodchuck woodcock woodcuts wooded
    wooden woodies woodland woodman woodpecker woodshed woodsman woodsmen woodwind woodwork
    woodworking woody woof wool woolen woolie woollen woollies woolly word wording wordplay wordy
    wore work workable workaholic workbook workday worked worker workflow workforce working
    workingmen workload workman workmanlike workmen workout workplace workshop workstation workweek
    world worldly worldwide worm wormhole worn worried worries worry worrying worse worsen worsened
    worsening worship worshiped worshipful worshipped worshipper worshipping worst worth worthier
    worthies worthless worthwhile worthy would wound wounded wounding wove woven wow wrangle
    wrangler wrap wraparound wrapped wrapper wrapping wrapt wrath wreak wreath wreathe wreck
    wreckage wrecked wrecking wren wrench wrenches wrenching wrestle wrestled wrestler wrestling
    wrests wretch wretched wretches wriggle wright wrings wrinkle wrist wristwatch wristwatches
    writ write writer writhe writing written wrong wrongdoers wrongdoing wrongful wrongfulness
    wrongly wrote wrought wrung wry xci xcii xciv xcix xcvi xcvii xenon xi xii xiii xiv xix xor xv
    xvi xvii xviii xx xxi xxii xxiii xxiv xxix xxv xxvi xxvii xxviii xxx xxxi xxxii xxxiii xxxiv
    xxxix xxxv xxxvi xxxvii xxxviii xylem xylophone yacht yachting yack yahoo yak yam yammer yank
    yanked yap yard yarn yawn yd ye yeah year yearlies yearly yearn yeast yell yelled yelling
    yellow yellowish yelps yen yes yeses yeshiva yesterday yet yeti yew yield yielded yielding yo
    yock yodel yodeling yoga yoghourt yoghurt yogi yogurt yoke yokel yolk you young younger
    youngest youngsters your yourself yourselves youth youthful yowl yr yucca yuck yummy zanies
    zany zapped zeal zealous zebra zen zenith zephyr zeppelin zero zeroes zeroth zest zesty zeta
    zigzag zillion zinc zinnias zip zipper zippered zither zodiac zombi zombie zone zoned zoning
    zoo zoological zoology zoom zucchini zygote
    """.split()
)
